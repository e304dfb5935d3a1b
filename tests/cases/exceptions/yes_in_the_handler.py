# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    try:
        return a // b
    except ZeroDivisionError:
        return a // 1
