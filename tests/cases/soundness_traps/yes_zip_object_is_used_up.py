# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> int:
    pairs = list(zip(xs, xs))
    a = len(list(pairs))
    b = len(list(pairs))
    assert a == b
    return a
