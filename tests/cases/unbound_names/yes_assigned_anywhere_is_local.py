# verheal: check
# subject: f
# expect: proved
STEP = 1


def f(b: bool) -> int:
    if b:
        step = 2
    return STEP
