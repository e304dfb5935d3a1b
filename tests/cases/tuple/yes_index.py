# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int, i: int) -> int:
    assert 0 <= i <= 1
    t = (a, b)
    return t[i]
