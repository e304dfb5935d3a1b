# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(0)
def f(b: int) -> bool:
    return 0 <= b <= 10 // b
