# verheal: check
# subject: f
# expect: proved
# why: what else the test holds leaves the name bound to what was tested
def f(x: object, y: object) -> str:
    if isinstance(x, str) and [y]:
        return x.upper()
    return ""
