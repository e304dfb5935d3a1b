# verheal: check
# subject: f
# expect: proved
def f(x: int) -> int:
    y = 1
    if x > 0:
        y = x
    assert y >= 1, "too small"
    return y
