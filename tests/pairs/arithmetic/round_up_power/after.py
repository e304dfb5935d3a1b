def next_power(size: int) -> int:
    if size < 1:
        raise ValueError("size")
    return 1 << (size - 1).bit_length()
