# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
# why: 1 % -2 is -1; with Euclidean division it would be 1
def f() -> int:
    r = 1 % -2
    assert r >= 0
    return r
