# verheal: check
# subject: f
# expect: refuted assert
# witness: f(True, False)
def f(a: bool, b: bool) -> bool:
    r = not (a and b)
    assert r == ((not a) and (not b))
    return r
