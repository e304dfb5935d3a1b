# verheal: check
# subject: f
# expect: refuted type
# witness: f(-1)
def f(x: int) -> str:
    if x < 0:
        return x
    return "+"
