# verheal: check
# subject: f
# expect: refuted safety:TypeError | raises
# witness: f("")
def f(s: str) -> str:
    return "%s" % (s, s)
