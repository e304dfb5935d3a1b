# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0, 0)
# why: tuples compare item by item
def f(a: int, b: int) -> bool:
    r = (a, b) < (a, b + 1)
    assert not r
    return r
