# verheal: check
# subject: f
# expect: refuted safety:OverflowError | safety:MemoryError
# allow: unknown
# witness: f(10**30)
def f(n: int) -> int:
    assert 0 <= n
    return 1 << n
