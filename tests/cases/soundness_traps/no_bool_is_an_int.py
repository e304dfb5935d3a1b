# verheal: check
# subject: f
# expect: refuted assert
# witness: f(True)
def f(b: bool) -> bool:
    r = isinstance(b, int)
    assert not r
    return r
