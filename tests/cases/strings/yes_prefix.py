# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: str) -> bool:
    r = s.startswith("ab")
    assert not r or len(s) >= 2
    return r
