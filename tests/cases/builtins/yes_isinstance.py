# verheal: check
# subject: f
# expect: proved
def f(x: int | str) -> int:
    if isinstance(x, int):
        return x + 1
    return 0
