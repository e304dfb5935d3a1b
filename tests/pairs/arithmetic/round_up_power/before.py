def next_power(size: int) -> int:
    if size < 1:
        raise ValueError("size")
    power = 1
    while power < size:
        power *= 2
    return power
