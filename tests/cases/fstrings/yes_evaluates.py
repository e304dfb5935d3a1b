# verheal: check
# subject: f
# expect: proved
def f(n: int) -> str:
    return f"share {1 // (abs(n) + 1)}"
