# verheal: check
# subject: f
# expect: proved
# why: the left operand is evaluated first
def f(x: int) -> int:
    y = 0
    r = (y := x + 1) + y
    assert r == 2 * x + 2
    return r
