# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    assert b > 0
    q, r = divmod(a, b)
    assert r >= 0
    return q
