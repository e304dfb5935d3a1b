# verheal: check
# subject: f
# expect: refuted safety:OverflowError
# witness: f(2**63)
def f(n: int) -> int:
    assert 0 <= n
    return len(range(n))
