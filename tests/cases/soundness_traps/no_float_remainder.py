# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(-1e-20)
# why: the remainder is rounded and may reach the divisor
def f(x: float) -> float:
    assert -10.0 <= x <= 10.0
    r = x % 3.0
    assert 0.0 <= r < 3.0
    return r
