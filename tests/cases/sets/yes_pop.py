# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: set[int]) -> int:
    if len(s) > 0:
        return s.pop()
    return 0
