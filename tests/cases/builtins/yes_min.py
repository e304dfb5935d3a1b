# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    m = min(a, b)
    assert m <= a and m <= b
    return m
