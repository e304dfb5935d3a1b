def transpose(rows: list[list[int]]) -> list[list[int]]:
    if not rows:
        return []
    width = len(rows[0])
    for row in rows:
        if len(row) != width:
            raise ValueError("ragged")
    columns: list[list[int]] = []
    for j in range(width):
        columns.append([row[j] for row in rows])
    return columns
