# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f() -> int:
    s = {1, 1.0, True}
    assert len(s) == 1
    return len(s)
