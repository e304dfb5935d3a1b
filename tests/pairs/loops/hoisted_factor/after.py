def scale_rows(rows: list[list[int]], weight: int, bias: int) -> list[list[int]]:
    factor = weight * weight + bias
    return [[factor * cell for cell in row] for row in rows]
