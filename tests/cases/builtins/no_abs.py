# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
def f(x: int) -> int:
    r = abs(x)
    assert r > 0
    return r
