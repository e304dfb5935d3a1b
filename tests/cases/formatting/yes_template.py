# verheal: check
# subject: f
# expect: proved
def f(s: str, x: float) -> str:
    return "{0!r:>10} {1:.2f} {name}".format(s, x, name=s)
