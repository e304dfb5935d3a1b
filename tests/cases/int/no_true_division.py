# verheal: check
# subject: f
# expect: refuted type
# witness: f(1)
# why: / gives a float, // an int
def f(a: int) -> int:
    return a / 2
