# verheal: check
# subject: f
# expect: proved
# why: max keeps its first argument unless a later one is greater
def f(x: float) -> float:
    r = max(0.0, x)
    assert r >= 0.0
    return r
