# verheal: check
# subject: f
# expect: proved
# allow: unknown
BOUND = 3


def g(x: object = "x") -> None:
    pass


def f() -> int:
    return BOUND + 1
