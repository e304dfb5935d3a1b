# verheal: check
# subject: f
# expect: refuted type
# witness: f(0)
def f(x: int) -> tuple[int, ...]:
    return (x, x, "")
