# verheal: check
# subject: f
# expect: proved
# why: x * x >= x for every whole number; equality at 0 and 1
def f(x: int) -> int:
    y = x * x
    assert y >= x
    return y
