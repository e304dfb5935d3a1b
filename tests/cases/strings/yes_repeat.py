# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: str) -> str:
    t = s * 3
    assert len(t) == 3 * len(s)
    return t
