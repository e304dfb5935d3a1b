# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-2)
def f(x: int) -> int:
    if x > 0:
        s = 1
    elif x == 0:
        s = 0
    else:
        s = 1
    assert s * x >= 0
    return s
