# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1, 0)
def f(a: int, b: int) -> int:
    try:
        return a // b
    except ValueError:
        return 0
