# verheal: check
# subject: f
# expect: refuted safety:OverflowError
# witness: f(10**400)
# why: the quotient of ints is a double or an OverflowError
def f(a: int) -> float:
    assert -1000 <= a
    return a / 2
