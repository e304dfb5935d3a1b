# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
# why: 0 is false as well, but not None
def f(x: int | None) -> int:
    r = x if x  else 5
    assert x is None or r == x
    return r
