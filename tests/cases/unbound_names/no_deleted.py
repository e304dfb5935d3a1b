# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError
# witness: f(1)
def f(x: int) -> int:
    y = x
    if x > 0:
        del y
    return y
