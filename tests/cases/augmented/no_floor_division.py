# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1, 0)
def f(x: int, d: int) -> int:
    assert d >= 0
    x //= d
    return x
