# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], t: int) -> int:
    lo, hi = 0, len(xs)
    while lo < hi:
        assert 0 <= lo <= hi <= len(xs)
        mid = (lo + hi) // 2
        if xs[mid] < t:
            lo = mid + 1
        else:
            hi = mid
    return lo
