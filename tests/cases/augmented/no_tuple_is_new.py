# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
def f() -> int:
    t = (1, 2)
    u = t
    t += (3,)
    assert len(t) == 2
    return len(t)
