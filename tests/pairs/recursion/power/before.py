def power(base: int, exponent: int) -> int:
    if exponent < 0 or exponent >= 64:
        raise ValueError("exponent")
    result = 1
    for _ in range(exponent):
        result *= base
    return result
