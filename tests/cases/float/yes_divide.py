# verheal: check
# subject: f
# expect: proved
def f(x: float) -> float:
    return 1.0 / (abs(x) + 1.0)
