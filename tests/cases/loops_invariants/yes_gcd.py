# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    assert a > 0 and b >= 0
    while b > 0:
        assert a >= 0 and b >= 0 and a + b > 0
        a, b = b, a % b
    assert a > 0
    return a
