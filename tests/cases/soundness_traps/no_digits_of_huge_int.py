# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f(10**5000)
def f(n: int) -> int:
    assert 0 <= n
    return len(str(n))
