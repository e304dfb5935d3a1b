# verheal: check
# subject: f
# expect: refuted safety:AttributeError | raises
# witness: f("", 1)
# why: the name was bound anew after the test
def f(x: object, y: object) -> str:
    if isinstance(x, str) and [x := y]:
        return x.upper()
    return ""
