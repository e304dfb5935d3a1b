# verheal: check
# subject: f
# expect: refuted safety:ValueError
# allow: unknown
# witness: f("\u00b2")
# why: superscript two is a digit, but not for int()
def f(s: str) -> int:
    if len(s) < 100 and s.isdigit():
        return int(s)
    return 0
