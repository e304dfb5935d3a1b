# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(0)
def f(n: int) -> str:
    return f"share {1 // n}"
