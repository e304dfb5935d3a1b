# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int], x: int) -> int:
    n = xs.count(x)
    assert n >= 0
    return n
