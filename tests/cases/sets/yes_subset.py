# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: set[int], t: set[int], x: int) -> bool:
    r = s <= t and x in s
    assert not r or x in t
    return r
