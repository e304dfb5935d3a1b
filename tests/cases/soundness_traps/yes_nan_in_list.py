# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: membership asks for identity first
def f(x: float) -> bool:
    r = x in [x]
    assert r
    return r
