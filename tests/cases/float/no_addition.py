# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(0.1, 1e16)
# why: addition commutes; taking off what was added need not restore
def f(x: float, y: float) -> float:
    assert 0.0 <= x <= 1e17 and 0.0 <= y <= 1e17
    r = x + y
    assert r - y == x
    return r
