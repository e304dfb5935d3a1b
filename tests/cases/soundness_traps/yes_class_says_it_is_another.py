# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(x: object) -> int:
    if isinstance(x, str):
        return len(x)
    return 0
