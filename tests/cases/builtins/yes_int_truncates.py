# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: int() cuts towards zero
def f(x: float) -> int:
    assert -10.0 <= x <= 10.0
    r = int(x)
    assert abs(r) <= abs(x)
    return r
