# verheal: check
# subject: f
# expect: proved
# why: tuples compare item by item
def f(a: int, b: int) -> bool:
    r = (a, b) < (a, b + 1)
    assert r
    return r
