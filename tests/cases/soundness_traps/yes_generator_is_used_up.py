# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> int:
    g = [x for x in xs]
    a = sum(g)
    b = sum(g)
    assert a == b
    return a
