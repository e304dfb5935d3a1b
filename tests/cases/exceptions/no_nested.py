# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
def f(n: int) -> int:
    r = 0
    try:
        try:
            x = 10 // n
        except IndexError:
            r = 1
    except ArithmeticError:
        r = 2
    assert r < 2
    return r
