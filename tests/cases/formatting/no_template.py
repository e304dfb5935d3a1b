# verheal: check
# subject: f
# expect: refuted safety:IndexError | raises
# witness: f("", 1.0)
def f(s: str, x: float) -> str:
    return "{0!r:>10} {2:.2f} {name}".format(s, x, name=s)
