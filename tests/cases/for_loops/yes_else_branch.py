# verheal: check
# subject: f
# expect: proved
# why: for ... else runs when nothing broke out
def f(xs: list[int]) -> int:
    for x in xs:
        if x < 0:
            r = x
            break
    else:
        r = -1
    assert r < 0
    return r
