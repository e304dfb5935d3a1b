def set_bits(mask: int) -> int:
    return abs(mask).bit_count()
