# verheal: check
# subject: f
# expect: proved
def f(x: int | None) -> int:
    if x is not None:
        return x + 1
    return 0
