def flatten(rows: list[list[int]]) -> list[int]:
    flat: list[int] = []
    for row in rows:
        for cell in row:
            flat.append(cell)
    return flat
