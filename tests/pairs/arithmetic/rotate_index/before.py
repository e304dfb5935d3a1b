def rotate_index(index: int, step: int, length: int) -> int:
    if length == 0:
        return 0
    return (index + step) % length
