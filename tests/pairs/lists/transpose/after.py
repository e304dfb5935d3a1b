def transpose(rows: list[list[int]]) -> list[list[int]]:
    if len({len(row) for row in rows}) > 1:
        raise ValueError("ragged rows")
    return [list(column) for column in zip(*rows)]
