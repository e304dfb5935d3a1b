# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f("\u00df")
def f(s: str) -> str:
    t = s.upper().lower()
    assert t == s or s != "\u00df"
    return t
