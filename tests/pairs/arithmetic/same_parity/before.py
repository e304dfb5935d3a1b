def same_parity(a: int, b: int) -> bool:
    return a % 2 == b % 2
