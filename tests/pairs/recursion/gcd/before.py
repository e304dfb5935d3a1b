def common_divisor(a: int, b: int) -> int:
    if a < 0 or b < 0 or a > 10**9 or b > 10**9:
        raise ValueError("out of range")
    if b == 0:
        return a
    return common_divisor(b, a % b)
