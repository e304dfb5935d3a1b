# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
def f() -> int:
    q = -7 // 2
    assert q == -3
    return q
