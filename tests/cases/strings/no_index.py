# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f("")
def f(s: str) -> str:
    if len(s) >= 0:
        return s[0]
    return ""
