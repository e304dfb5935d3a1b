# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
# why: not UTF-16 units, not bytes
def f() -> int:
    s = "\U0001d11e"
    assert len(s) == 2
    return len(s)
