# verheal: check
# subject: f
# expect: proved
def f(rows: list[list[int]], xs: list[int]) -> int:
    assert len(rows) > 0
    n = len(rows[0])
    xs.append(1)
    assert len(rows[0]) == n or rows[0] is xs
    return n
