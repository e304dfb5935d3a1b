def safe_ratio(values: list[int], index: int, divisor: int) -> int:
    if not -len(values) <= index < len(values):
        return 0
    if divisor == 0:
        raise ValueError("divisor is zero")
    return values[index] // divisor
