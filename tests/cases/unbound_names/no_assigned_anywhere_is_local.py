# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError
# witness: f(False)
STEP = 1


def f(b: bool) -> int:
    if b:
        STEP = 2
    return STEP
