def add_rows(rows: list[list[int]]) -> None:
    for i, row in enumerate(rows):
        rows[i] = [cell + i + 1 for cell in row]
