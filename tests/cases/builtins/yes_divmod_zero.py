# verheal: check
# subject: f
# expect: proved
def f(a: int, b: int) -> tuple[int, int]:
    return divmod(a, abs(b) + 1)
