def add_rows(rows: list[list[int]]) -> None:
    for i, row in enumerate(rows):
        for j in range(len(row)):
            row[j] += i + 1
