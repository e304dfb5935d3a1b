# verheal: check
# subject: f
# expect: refuted type | safety:ZeroDivisionError
# witness: f(2, -1)
# why: a negative exponent gives a float
def f(base: int, exponent: int) -> int:
    return base**exponent
