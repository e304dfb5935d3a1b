# verheal: check
# subject: f
# expect: proved
def f(x: int) -> int:
    s = 1 if x > 0 else -1 if x < 0 else 0
    assert (s == 0) == (x == 0)
    return s
