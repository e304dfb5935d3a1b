# verheal: check
# subject: f
# expect: refuted type
# witness: f(2, -1)
# why: a negative exponent gives a float
def f(x: int, n: int) -> int:
    assert x > 0 and -1 <= n <= 3
    return x**n
