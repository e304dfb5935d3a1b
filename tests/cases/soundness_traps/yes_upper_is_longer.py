# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: sharp s becomes two letters
def f(s: str) -> str:
    t = s[:]
    assert len(t) == len(s)
    return t
