# verheal: check
# subject: f
# expect: proved
def f(b: bool) -> int:
    if b:
        x = 1
    else:
        x = 2
    return x
