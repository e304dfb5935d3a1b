# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, -2)
def f(x: int, n: int) -> int:
    assert n != 0
    x %= n
    assert x >= 0
    return x
