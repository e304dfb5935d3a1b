# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(x: float) -> int:
    if -1e6 < x < 1e6:
        return round(x)
    return 0
