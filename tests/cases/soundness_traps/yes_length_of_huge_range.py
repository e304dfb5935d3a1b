# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    assert 0 <= n <= 100
    return len(range(n))
