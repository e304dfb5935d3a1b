# verheal: check
# subject: f
# expect: proved
# why: xs[:-0] is empty
def f(xs: list[int], k: int) -> list[int]:
    assert 0 < k <= len(xs)
    ys = xs[:-k]
    assert len(ys) == len(xs) - k
    return ys
