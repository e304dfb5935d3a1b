# verheal: check
# subject: f
# expect: refuted safety:NameError
# witness: f()
LIMIT = 3


def f() -> int:
    return LIMITS
