# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f(float("nan"))
def f(x: float) -> int:
    if not (x < -1e6 or x > 1e6):
        return round(x)
    return 0
