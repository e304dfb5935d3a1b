# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0, 0)
def f(a: int, b: int) -> int:
    t = (a, b) + (a,)
    assert len(t) == 4
    return t[2]
