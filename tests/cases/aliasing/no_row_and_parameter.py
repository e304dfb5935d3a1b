# verheal: check
# subject: f
# expect: refuted assert
# witness: (lambda s: f([s], s))([])
def f(rows: list[list[int]], xs: list[int]) -> int:
    assert len(rows) > 0
    n = len(rows[0])
    xs.append(1)
    assert len(rows[0]) == n
    return n
