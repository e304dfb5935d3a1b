# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f(None)
def f(x: int | None) -> int:
    return (x and 0) + 1
