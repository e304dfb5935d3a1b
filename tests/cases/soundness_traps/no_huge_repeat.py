# verheal: check
# subject: f
# expect: refuted safety:OverflowError | safety:MemoryError
# witness: f(2**63)
def f(n: int) -> list[int]:
    assert 0 <= n
    return [0] * n
