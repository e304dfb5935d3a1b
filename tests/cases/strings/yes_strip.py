# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: str) -> str:
    t = s.strip()
    assert len(t) <= len(s)
    return t
