# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f(None)
def f(x: int | None) -> int:
    if x is None:
        return x + 1
    return 0
