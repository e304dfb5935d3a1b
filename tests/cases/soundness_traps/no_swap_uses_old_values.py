# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, 2)
def f(a: int, b: int) -> tuple[int, int]:
    x, y = a, b
    x = y
    y = x
    assert y == a
    return (x, y)
