# verheal: check
# subject: f
# expect: proved
def f(a: str) -> int:
    h = hash(a)
    return 1 // (h * h + 1)
