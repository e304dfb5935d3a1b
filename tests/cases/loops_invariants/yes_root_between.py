# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    assert n >= 0
    low, high = 0, n + 1
    while high - low > 1:
        mid = (low + high) // 2
        if mid * mid <= n:
            low = mid
        else:
            high = mid
    assert low * low <= n < (low + 1) * (low + 1)
    return low
