# verheal: check
# subject: f
# expect: proved
def f(a: str, b: str) -> bool:
    r = a < b
    if a == b:
        assert not r
    return r
