# verheal: check
# subject: f
# expect: proved
def f(n: int) -> float:
    assert -1000 <= n <= 1000
    return float(n)
