def flatten(rows: list[list[int]]) -> list[int]:
    flat: list[int] = []
    for row in rows:
        flat.extend(row)
    return flat
