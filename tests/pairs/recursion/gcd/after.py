def common_divisor(a: int, b: int) -> int:
    if not (0 <= a <= 10**9 and 0 <= b <= 10**9):
        raise ValueError("range")
    while b:
        a, b = b, a % b
    return a
