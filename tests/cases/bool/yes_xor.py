# verheal: check
# subject: f
# expect: proved
def f(a: bool, b: bool) -> bool:
    r = a ^ b
    assert r == (a != b)
    return r
