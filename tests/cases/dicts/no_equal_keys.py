# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, 1)
# why: equal keys make one entry
def f(a: int, b: int) -> int:
    d = {a: 1, b: 2}
    assert len(d) == 2
    return len(d)
