# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    r = a and b
    assert a == 0 or r == b
    return r
