# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
def f(x: int) -> int:
    s = 1 if x > 0 else -1 if x < 0 else 1
    assert (s == 0) == (x == 0)
    return s
