# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0, 1)
def f(a: int, b: int) -> bool:
    r = [a, b] == [b, a]
    assert r == (a <= b)
    return r
