def column_sums(rows: list[list[int]], width: int) -> list[int]:
    columns = min(max(width, 0), 20)
    totals = [0 for _ in range(columns)]
    for row in rows:
        for column, cell in enumerate(row[:columns]):
            totals[column] += cell
    return totals
