# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(n: int) -> int:
    assert 0 <= n <= 20
    return 1 << n
