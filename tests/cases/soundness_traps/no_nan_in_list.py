# verheal: check
# subject: f
# expect: refuted assert
# witness: f(float("nan"))
# why: membership asks for identity first
def f(x: float) -> bool:
    r = x == x
    assert r
    return r
