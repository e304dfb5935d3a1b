# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-1)
# why: every number but 0 is true
def f(x: int) -> bool:
    r = bool(x)
    assert r == (x > 0)
    return r
