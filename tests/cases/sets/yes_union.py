# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: set[int], x: int) -> set[int]:
    t = s | {x}
    assert x in t
    return t
