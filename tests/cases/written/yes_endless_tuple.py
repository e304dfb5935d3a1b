# verheal: check
# subject: f
# expect: proved
def f(x: int) -> tuple[int, ...]:
    return (x, x, 0)
