# verheal: check
# subject: f
# expect: refuted assert
# witness: f(float("nan"))
# why: max keeps its first argument unless a later one is greater
def f(x: float) -> float:
    r = max(x, 0.0)
    assert r >= 0.0
    return r
