# verheal: check
# subject: f
# expect: proved
# why: equal keys make one entry
def f(a: int, b: int) -> int:
    d = {a: 1, b: 2}
    assert len(d) == 2 or a == b
    return len(d)
