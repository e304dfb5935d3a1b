# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: equal ints need not be one object
def f(a: int, b: int) -> bool:
    r = a == b
    assert r == (a == b)
    return r
