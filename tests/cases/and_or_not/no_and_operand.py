# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0, 1)
def f(a: int, b: int) -> int:
    r = a and b
    assert r == b
    return r
