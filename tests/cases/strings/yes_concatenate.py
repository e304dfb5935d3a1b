# verheal: check
# subject: f
# expect: proved
def f(a: str, b: str) -> str:
    t = a + b
    assert len(t) >= len(a)
    return t
