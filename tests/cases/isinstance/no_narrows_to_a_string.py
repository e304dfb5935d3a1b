# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f("")
# why: what is a string may be empty
def f(x: object) -> str:
    if isinstance(x, str):
        return x[0]
    return ""
