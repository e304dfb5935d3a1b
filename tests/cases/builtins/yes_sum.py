# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    s = sum([a, b])
    assert s == a + b
    return s
