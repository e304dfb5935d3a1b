# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, 2)
def f(a: int, b: int) -> tuple[int, int]:
    x, y = a, b
    assert x == b and y == a
    return (x, y)
