# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    t = (a, b) + (a,)
    assert len(t) == 3
    return t[2]
