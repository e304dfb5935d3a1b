# verheal: check
# subject: f
# expect: proved
# why: an int too large for a double
def f(n: int) -> float:
    assert n >= 0 and n < 2**60
    return n * 0.5
