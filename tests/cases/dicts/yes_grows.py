# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int], k: int) -> int:
    n = len(d)
    d[k] = 1
    assert len(d) >= n
    return n
