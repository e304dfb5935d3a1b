# verheal: check
# subject: f
# expect: proved
def f(b: bool) -> int:
    r = int(b)
    assert r >= 0
    return r
