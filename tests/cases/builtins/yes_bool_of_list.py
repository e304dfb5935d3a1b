# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> bool:
    r = bool(xs)
    assert r == (len(xs) > 0)
    return r
