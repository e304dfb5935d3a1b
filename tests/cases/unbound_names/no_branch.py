# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError
# witness: f(False)
def f(b: bool) -> int:
    if b:
        x = 1
    elif b:
        x = 2
    return x
