# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f(None, 1)
def f(a: int | None, b: int | None) -> int:
    if a is None and b is None:
        return 0
    return a + b
