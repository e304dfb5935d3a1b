# verheal: check
# subject: f
# expect: proved
def f(b: int) -> bool:
    return 0 < b <= 10 // b
