def power(base: int, exponent: int) -> int:
    if exponent < 0 or exponent >= 64:
        raise ValueError("exponent")
    if exponent == 0:
        return 1
    half = power(base, exponent // 2)
    if exponent % 2:
        return half * half * base
    return half * half
