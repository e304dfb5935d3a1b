# verheal: check
# subject: f
# expect: proved
def f(a: bool, b: bool) -> bool:
    r = not (a and b)
    assert r == ((not a) or (not b))
    return r
