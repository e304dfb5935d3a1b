# verheal: check
# subject: f
# expect: proved
# why: 0 is false as well, but not None
def f(x: int | None) -> int:
    r = x if x is not None else 5
    assert x is None or r == x
    return r
