def scale_rows(rows: list[list[int]], weight: int, bias: int) -> list[list[int]]:
    scaled: list[list[int]] = []
    for row in rows:
        out: list[int] = []
        for cell in row:
            factor = weight * weight + bias
            out.append(cell * factor)
        scaled.append(out)
    return scaled
