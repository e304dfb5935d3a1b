# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: the empty string is in every string
def f(s: str) -> bool:
    r = "a" in s
    assert not r or s != ""
    return r
