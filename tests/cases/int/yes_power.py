# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: a negative exponent gives a float
def f(x: int, n: int) -> int:
    assert x > 0 and 0 <= n <= 3
    return x**n
