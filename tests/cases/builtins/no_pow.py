# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-1)
def f(a: int) -> int:
    r = pow(a, 3)
    assert r >= 0
    return r
