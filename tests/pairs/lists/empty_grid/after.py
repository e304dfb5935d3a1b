def empty_grid(height: int, width: int) -> list[list[int]]:
    if not 0 <= height <= 50 or not 0 <= width <= 50:
        raise ValueError("size")
    return [[0] * width] * height
