# verheal: check
# subject: f
# expect: proved
def f(s: str) -> str:
    return f"{s:>5}"
