# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    assert n >= 0
    i, j = 0, n
    while i < n:
        assert i <= n and i + j == n
        i += 1
        j -= 1
    assert j == 0
    return j
