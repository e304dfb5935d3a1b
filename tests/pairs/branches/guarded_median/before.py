def median3(a: int, b: int, c: int) -> int:
    return sorted([a, b, c])[1]
