# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, -2)
# why: % takes the sign of the divisor
def f(a: int, b: int) -> int:
    assert b != 0
    r = a % b
    assert r >= 0
    return r
