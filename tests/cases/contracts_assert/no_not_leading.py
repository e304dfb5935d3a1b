# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
# why: an assert behind a statement is a claim, not a requirement
def f(x: int) -> int:
    y = x
    assert x > 0
    return y
