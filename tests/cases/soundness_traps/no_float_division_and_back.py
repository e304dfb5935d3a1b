# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1.0)
def f(x: float) -> float:
    assert 0.0 <= x <= 1.0
    y = x / 49.0 * 49.0
    assert y == x
    return y
