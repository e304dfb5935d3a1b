# verheal: check
# subject: f
# expect: proved
def f(b: bool) -> bool:
    r = isinstance(b, int)
    assert r
    return r
