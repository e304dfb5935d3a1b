# verheal: check
# subject: f
# expect: proved
# why: a function that falls off its end returns None
def f(x: int) -> int:
    if x >= 0:
        return 1
    if x < 0:
        return -1
