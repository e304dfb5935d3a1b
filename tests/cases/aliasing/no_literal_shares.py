# verheal: check
# subject: f
# expect: refuted assert
# witness: f([])
def f(xs: list[int]) -> int:
    rows = [xs, xs[:]]
    rows[0].append(1)
    assert len(rows[0]) == len(rows[1])
    return len(xs)
