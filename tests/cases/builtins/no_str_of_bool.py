# verheal: check
# subject: f
# expect: refuted assert
# witness: f(False)
def f(b: bool) -> str:
    s = str(b)
    assert len(s) == 4
    return s
