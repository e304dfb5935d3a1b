# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(d: dict[int, int], k: int) -> int:
    n = len(d)
    e = dict(d)
    e[k] = 1
    assert len(d) == n
    return len(e)
