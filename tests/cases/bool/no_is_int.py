# verheal: check
# subject: f
# expect: refuted assert
# witness: f(False)
# why: True + True is 2, False + False is 0
def f(b: bool) -> int:
    r = b + b
    assert r == 2
    return r
