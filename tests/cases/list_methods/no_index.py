# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f([], 0)
def f(xs: list[int], x: int) -> int:
    if x not in xs:
        i = xs.index(x)
        assert xs[i] == x
        return i
    return -1
