# verheal: check
# subject: f
# expect: proved
def f(rows: list[list[int]]) -> int:
    if rows and rows[0]:
        return rows[0][0]
    return 0
