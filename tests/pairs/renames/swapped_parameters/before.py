def span(a: int, b: int) -> int:
    if a == b:
        return 0
    return a - b
