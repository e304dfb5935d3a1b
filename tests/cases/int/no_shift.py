# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f(1, -1)
def f(x: int, n: int) -> int:
    assert -1 <= n <= 8
    return x << n
