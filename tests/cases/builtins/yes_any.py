# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> bool:
    r = any(x > 0 for x in xs)
    assert not r or len(xs) > 0
    return r
