# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-1)
def f(x: int) -> int:
    if x > 10:
        r = 10
    elif x < -5:
        r = 0
    else:
        r = x
    assert 0 <= r <= 10
    return r
