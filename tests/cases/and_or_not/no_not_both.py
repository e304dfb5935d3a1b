# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, 0)
def f(a: int, b: int) -> bool:
    r = not (a > 0 and b > 0)
    assert r == (a <= 0 and b <= 0)
    return r
