# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: str) -> str:
    t = s + ""
    assert t == s or s != "\u00df"
    return t
