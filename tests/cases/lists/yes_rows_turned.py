# verheal: check
# subject: f
# expect: proved
def f(rows: list[list[int]], width: int) -> list[list[int]]:
    assert width >= 0
    assert all(len(row) == width for row in rows)
    turned: list[list[int]] = []
    for j in range(width):
        column: list[int] = []
        for row in rows:
            column.append(row[j])
        turned.append(column)
    assert all(len(column) == len(rows) for column in turned)
    return turned
