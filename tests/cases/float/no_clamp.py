# verheal: check
# subject: f
# expect: refuted assert
# witness: f(float("nan"))
# why: NaN is neither below nor above anything
def f(x: float) -> float:
    r = x
    if x < 0.0:
        r = 0.0
    assert r >= 0.0
    return r
