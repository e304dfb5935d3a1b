# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1)
def f(x: int, d: int = 0) -> int:
    assert d >= 0
    return x // d
