# verheal: check
# subject: f
# expect: refuted assert
# witness: f(3)
# why: while ... else runs unless the loop is left by break
def f(n: int) -> int:
    i = 0
    r = 0
    while i < n:
        if i == 2:
            break
        i += 1
    else:
        r = 1
    assert r == 1
    return r
