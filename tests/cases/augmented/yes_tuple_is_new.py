# verheal: check
# subject: f
# expect: proved
def f() -> int:
    t = (1, 2)
    u = t
    t += (3,)
    assert len(u) == 2
    return len(t)
