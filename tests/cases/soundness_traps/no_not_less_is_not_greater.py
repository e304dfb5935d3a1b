# verheal: check
# subject: f
# expect: refuted assert
# witness: f(float("nan"), 0.0)
def f(x: float, y: float) -> bool:
    r = x < y
    assert r or x >= y
    return r
