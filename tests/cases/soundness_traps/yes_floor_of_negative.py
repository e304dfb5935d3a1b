# verheal: check
# subject: f
# expect: proved
def f() -> int:
    q = -7 // 2
    assert q == -4
    return q
