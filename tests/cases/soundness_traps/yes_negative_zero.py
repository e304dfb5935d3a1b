# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(x: float) -> str:
    assert x == 0.0
    s = str(x)
    assert s == "0.0" or s == "-0.0"
    return s
