# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    assert 0 <= n <= 1000
    total = 0
    for i in range(n):
        total += 1 // (i + 1)
    return total
