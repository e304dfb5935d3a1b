# verheal: check
# subject: f
# expect: proved
def f(x: int) -> str:
    if x < 0:
        return "-"
    return "+"
