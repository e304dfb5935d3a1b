# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: str) -> int:
    if len(s) == 1:
        return ord(s)
    return 0
