# verheal: check
# subject: f
# expect: refuted assert
# witness: f([])
# why: for ... else runs when nothing broke out
def f(xs: list[int]) -> int:
    for x in xs:
        if x < 0:
            r = x
            break
    else:
        r = 0
    assert r < 0
    return r
