# verheal: check
# subject: f
# expect: refuted assert
# witness: f(False)
def f(b: bool) -> int:
    r = int(b)
    assert r > 0
    return r
