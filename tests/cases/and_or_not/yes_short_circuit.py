# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> bool:
    return b != 0 and a // b > 1
