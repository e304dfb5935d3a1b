# verheal: check
# subject: f
# expect: proved
def f(a: int | None, b: int | None) -> int:
    if a is None or b is None:
        return 0
    return a + b
