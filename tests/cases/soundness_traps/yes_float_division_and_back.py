# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(x: float) -> float:
    assert 0.0 <= x <= 1.0
    y = x / 2.0 * 2.0
    assert y == x or x < 1e-300
    return y
