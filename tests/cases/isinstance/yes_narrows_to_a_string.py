# verheal: check
# subject: f
# expect: proved
# why: a slice of what may be empty is a string too
def f(x: object) -> str:
    if isinstance(x, str):
        return x[:1]
    return ""
