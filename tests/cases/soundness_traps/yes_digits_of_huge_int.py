# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(n: int) -> int:
    assert 0 <= n < 1000
    return len(str(n))
