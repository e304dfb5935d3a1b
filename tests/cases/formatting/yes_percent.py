# verheal: check
# subject: f
# expect: proved
def f(s: str, x: float) -> str:
    return "%s %5.2f %r %%" % (s, x, [s])
