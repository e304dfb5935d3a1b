# verheal: check
# subject: f
# expect: refuted safety:UnboundLocalError
# witness: f(0)
def f(n: int) -> int:
    try:
        x = 10 // n
    except ZeroDivisionError:
        pass
    return x
