# verheal: check
# subject: f
# expect: proved
# why: an assert behind a statement is a claim, not a requirement
def f(x: int) -> int:
    assert x > 0
    y = x
    return y
