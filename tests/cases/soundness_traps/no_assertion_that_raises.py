# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(0)
def f(n: int) -> int:
    r = abs(n)
    assert 10 // r <= 10
    return r
