# verheal: check
# subject: f
# expect: proved
def f(x: int, n: int) -> int:
    assert n > 0
    x %= n
    assert x >= 0
    return x
