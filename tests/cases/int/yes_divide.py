# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> int:
    return a // (abs(b) + 1)
