# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    r = a if a > b else b
    assert r >= a and r >= b
    return r
