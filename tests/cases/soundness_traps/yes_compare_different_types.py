# verheal: check
# subject: f
# expect: proved
def f(x: int | str) -> bool:
    return x != 1
