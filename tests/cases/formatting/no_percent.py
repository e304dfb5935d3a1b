# verheal: check
# subject: f
# expect: refuted safety:TypeError | raises
# witness: f("", 1.0)
def f(s: str, x: float) -> str:
    return "%s %5.2x %r %%" % (s, x, [s])
