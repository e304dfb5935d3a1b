# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(b: bool) -> str:
    s = str(b)
    assert len(s) >= 4
    return s
