# verheal: check
# subject: f
# expect: proved
def f(x: int, d: int) -> int:
    assert d > 0
    x //= d
    return x
