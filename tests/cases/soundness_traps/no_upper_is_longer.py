# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f("\u00df")
# why: sharp s becomes two letters
def f(s: str) -> str:
    t = s.upper()
    assert len(t) == len(s)
    return t
