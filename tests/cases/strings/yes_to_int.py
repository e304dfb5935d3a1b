# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(s: str) -> int:
    try:
        return int(s)
    except ValueError:
        return 0
