# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1, 0)
def f(a: int, b: int) -> tuple[int, int]:
    return divmod(a, b)
