# verheal: check
# subject: f
# expect: proved
def f(x: object, y: str) -> str:
    if isinstance(x, int) and (x := y) == "a":
        return x
    return ""
