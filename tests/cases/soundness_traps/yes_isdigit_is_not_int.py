# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: superscript two is a digit, but not for int()
def f(s: str) -> int:
    if len(s) < 100 and s.isdecimal():
        return int(s)
    return 0
