# verheal: check
# subject: f
# expect: refuted assert
# witness: f(-1)
def f(n: int) -> int:
    try:
        x = 10 // n
    except ZeroDivisionError:
        r = 0
    else:
        r = 1
    assert (r == 1) == (n > 0)
    return r
