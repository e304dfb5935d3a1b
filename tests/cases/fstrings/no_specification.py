# verheal: check
# subject: f
# expect: refuted safety:ValueError
# allow: unknown
# witness: f("a")
def f(s: str) -> str:
    return f"{s:d}"
