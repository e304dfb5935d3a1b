# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0, 0)
# why: the whole right side is taken off
def f(x: int, y: int) -> int:
    old = x
    x -= y - 1
    assert x == old - y - 1
    return x
