# verheal: check
# subject: f
# expect: proved
def f() -> int:
    t = (1, 2, 3)
    return t[-3]
