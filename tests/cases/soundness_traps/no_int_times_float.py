# verheal: check
# subject: f
# expect: refuted safety:OverflowError
# witness: f(10**400)
# why: an int too large for a double
def f(n: int) -> float:
    assert n >= 0
    return n * 0.5
