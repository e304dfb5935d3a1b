# verheal: check
# subject: f
# expect: proved
# why: the quotient of ints is a double or an OverflowError
def f(a: int) -> float:
    assert -1000 <= a <= 1000
    return a / 2
