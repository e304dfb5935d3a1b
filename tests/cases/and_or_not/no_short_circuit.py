# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1, 0)
def f(a: int, b: int) -> bool:
    return a // b > 1 and b != 0
