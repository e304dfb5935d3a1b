# verheal: check
# subject: f
# expect: proved
def f(x: int) -> int:
    if x > 10:
        r = 10
    elif x < 0:
        r = 0
    else:
        r = x
    assert 0 <= r <= 10
    return r
