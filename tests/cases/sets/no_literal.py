# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, 1)
def f(a: int, b: int) -> int:
    n = len({a, b})
    assert n == 2
    return n
