# verheal: check
# subject: f
# expect: proved
def f(s: str) -> str:
    if len(s) > 0:
        return s[0]
    return ""
