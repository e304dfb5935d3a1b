# verheal: check
# subject: f
# expect: refuted assert
# witness: f(5, 2)
def minus(a: int, b: int) -> int:
    return a - b


def f(x: int, y: int) -> int:
    r = minus(a=y, b=x)
    assert r == x - y
    return r
