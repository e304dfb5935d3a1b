# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    assert a >= 0 and b > 0
    r = a
    while r >= b:
        assert r >= 0
        r -= b
    assert 0 <= r < b
    return r
