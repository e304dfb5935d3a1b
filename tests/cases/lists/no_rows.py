# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([[]])
def f(rows: list[list[int]]) -> int:
    if rows:
        return rows[0][0]
    return 0
