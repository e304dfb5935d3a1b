# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0, 2, 2)
def f(a: int, b: int, c: int) -> bool:
    r = a < b == c
    assert r == ((a < b) == c)
    return r
