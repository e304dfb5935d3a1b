# verheal: check
# subject: f
# expect: proved
def f(n: int) -> int:
    try:
        x = 10 // n
    except ZeroDivisionError:
        x = 0
    return x
