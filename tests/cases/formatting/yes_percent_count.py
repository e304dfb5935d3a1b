# verheal: check
# subject: f
# expect: proved
def f(s: str) -> str:
    return "%s %s" % (s, s)
