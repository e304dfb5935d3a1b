# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
# why: the left operand is evaluated first
def f(x: int) -> int:
    y = 0
    r = y + (y := x + 1)
    assert r == 2 * x + 2
    return r
