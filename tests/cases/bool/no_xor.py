# verheal: check
# subject: f
# expect: refuted assert
# witness: f(True, False)
def f(a: bool, b: bool) -> bool:
    r = a ^ b
    assert r == (a == b)
    return r
