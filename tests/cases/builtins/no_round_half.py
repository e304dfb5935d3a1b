# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
# why: halves go to the even neighbour
def f() -> int:
    r = round(2.5)
    assert r == 3
    return r
