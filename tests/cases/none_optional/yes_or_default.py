# verheal: check
# subject: f
# expect: proved
def f(x: int | None) -> int:
    return (x or 0) + 1
