# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: halves go to the even neighbour
def f() -> int:
    r = round(2.5)
    assert r == 2
    return r
