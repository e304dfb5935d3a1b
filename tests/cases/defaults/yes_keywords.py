# verheal: check
# subject: f
# expect: proved
def minus(a: int, b: int) -> int:
    return a - b


def f(x: int, y: int) -> int:
    r = minus(b=y, a=x)
    assert r == x - y
    return r
