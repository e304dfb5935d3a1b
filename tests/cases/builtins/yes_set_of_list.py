# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> bool:
    s = set(xs)
    r = len(xs) == 0
    assert not r or len(s) == 0
    return r
