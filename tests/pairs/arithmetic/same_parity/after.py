def same_parity(a: int, b: int) -> bool:
    return (a ^ b) & 1 == 0
