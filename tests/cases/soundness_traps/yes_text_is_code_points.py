# verheal: check
# subject: f
# expect: proved
# why: not UTF-16 units, not bytes
def f() -> int:
    s = "\U0001d11e"
    assert len(s) == 1
    return len(s)
