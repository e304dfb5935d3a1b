# verheal: check
# subject: f
# expect: proved
def f(x: float) -> float:
    assert 0.0 <= x <= 1.0
    y = x / 2.0
    assert y <= x
    return y
