# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1)
def f(n: int) -> bool:
    r = n in range(0, 10, 2)
    assert r == (0 <= n < 10)
    return r
