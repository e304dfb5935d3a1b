# verheal: check
# subject: f
# expect: proved
def f(x: int, d: int = 1) -> int:
    assert d >= 1
    return x // d
