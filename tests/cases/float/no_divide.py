# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(0.0)
def f(x: float) -> float:
    return 1.0 / x
