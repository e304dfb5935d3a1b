def set_bits(mask: int) -> int:
    return bin(mask).count("1")
