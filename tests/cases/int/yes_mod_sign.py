# verheal: check
# subject: f
# expect: proved
# why: % takes the sign of the divisor
def f(a: int, b: int) -> int:
    assert b > 0
    r = a % b
    assert r >= 0
    return r
