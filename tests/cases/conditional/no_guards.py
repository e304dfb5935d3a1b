# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1, 0)
# why: only the chosen branch is evaluated
def f(a: int, b: int) -> int:
    return a // b if a else 0
