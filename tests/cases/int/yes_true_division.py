# verheal: check
# subject: f
# expect: proved
# why: / gives a float, // an int
def f(a: int) -> int:
    return a // 2
