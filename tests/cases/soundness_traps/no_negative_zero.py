# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(-0.0)
def f(x: float) -> str:
    assert x == 0.0
    s = str(x)
    assert s == "0.0"
    return s
