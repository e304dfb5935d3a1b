# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(301)
def f(n: int) -> int:
    assert 0 <= n <= 1000
    total = 0
    for i in range(n):
        total += 1 // (300 - i)
    return total
