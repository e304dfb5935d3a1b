# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> tuple[int, int]:
    x, y = b, a
    assert x == b and y == a
    return (x, y)
