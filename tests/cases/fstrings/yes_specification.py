# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: str) -> str:
    return f"{s:>5}"
