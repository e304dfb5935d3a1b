# verheal: check
# subject: f
# expect: proved
def f(s: str) -> str:
    return "{name}".format(name=s)
