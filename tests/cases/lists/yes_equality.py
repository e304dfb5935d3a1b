# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> bool:
    r = [a, b] == [b, a]
    assert r == (a == b)
    return r
