# verheal: check
# subject: f
# expect: proved
# why: False is 0
def f(b: bool) -> int:
    return 10 // (b + 1)
