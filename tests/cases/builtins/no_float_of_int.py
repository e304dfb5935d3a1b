# verheal: check
# subject: f
# expect: refuted safety:OverflowError
# witness: f(10**400)
def f(n: int) -> float:
    assert -1000 <= n
    return float(n)
