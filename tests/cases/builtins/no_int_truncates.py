# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-0.5)
# why: int() cuts towards zero
def f(x: float) -> int:
    assert -10.0 <= x <= 10.0
    r = int(x)
    assert r <= x
    return r
