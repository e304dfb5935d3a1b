# verheal: check
# subject: f
# expect: refuted assert
# witness: f(4, 2)
def f(a: int, b: int) -> int:
    assert a >= 0 and b > 0
    r = a
    while r > b:
        assert r >= 0
        r -= b
    assert 0 <= r < b
    return r
