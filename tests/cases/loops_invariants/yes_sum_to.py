# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    assert n >= 0
    total = 0
    i = 0
    while i < n:
        assert 0 <= i <= n and 2 * total == i * (i - 1)
        total += i
        i += 1
    assert 2 * total == n * (n - 1)
    return total
