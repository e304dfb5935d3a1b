# verheal: check
# subject: f
# expect: proved
def f(x: int) -> int:
    y = x
    if x > 0:
        y = 1
    return y
