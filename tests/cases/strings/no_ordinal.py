# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f("")
def f(s: str) -> int:
    if len(s) <= 1:
        return ord(s)
    return 0
