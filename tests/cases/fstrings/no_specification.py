# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f("a")
def f(s: str) -> str:
    return f"{s:d}"
