# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    r = 0
    try:
        try:
            x = 10 // n
        except ZeroDivisionError:
            r = 1
    except ArithmeticError:
        r = 2
    assert r < 2
    return r
