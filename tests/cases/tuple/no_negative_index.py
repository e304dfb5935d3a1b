# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f()
def f() -> int:
    t = (1, 2, 3)
    return t[-4]
