# verheal: check
# subject: f
# expect: refuted assert
# witness: f([], 0)
def f(xs: list[int], x: int) -> int:
    n = xs.count(x)
    assert n > 0
    return n
