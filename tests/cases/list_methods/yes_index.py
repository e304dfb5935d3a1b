# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int], x: int) -> int:
    if x in xs:
        i = xs.index(x)
        assert xs[i] == x
        return i
    return -1
