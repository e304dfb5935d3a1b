# verheal: check
# subject: f
# expect: proved
LIMIT = 3


def f() -> int:
    return LIMIT
