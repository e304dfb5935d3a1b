# verheal: check
# subject: f
# expect: refuted raises | safety:TypeError
# witness: f()
# why: the default of a parameter is evaluated in the module
LIMIT = 3


def g(x: object = (LIMIT := "x")) -> None:
    pass


def f() -> int:
    return LIMIT + 1
