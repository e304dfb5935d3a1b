# verheal: check
# subject: f
# expect: refuted type
# witness: f(0)
# why: a function that falls off its end returns None
def f(x: int) -> int:
    if x > 0:
        return 1
    if x < 0:
        return -1
