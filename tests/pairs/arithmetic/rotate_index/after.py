def rotate_index(index: int, step: int, length: int) -> int:
    if length == 0:
        return 0
    moved = index + step
    return moved - abs(length) * (moved // abs(length))
