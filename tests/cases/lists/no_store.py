# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([], 0, 1)
def f(xs: list[int], i: int, v: int) -> None:
    assert 0 <= i <= len(xs)
    xs[i] = v
    assert xs[i] == v
