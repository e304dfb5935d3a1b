# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(int("1000"), int("1000"))
# why: equal ints need not be one object
def f(a: int, b: int) -> bool:
    r = a is b
    assert r == (a == b)
    return r
