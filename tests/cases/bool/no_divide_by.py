# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(False)
# why: False is 0
def f(b: bool) -> int:
    return 10 // (b * 1)
