# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
def f() -> int:
    s = {1, 1.0, True}
    assert len(s) == 3
    return len(s)
