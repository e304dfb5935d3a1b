# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(x: int, n: int) -> int:
    assert 0 <= n <= 8
    return x << n
