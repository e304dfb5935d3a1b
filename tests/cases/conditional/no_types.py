# verheal: check
# subject: f
# expect: refuted type
# witness: f(1, False)
def f(x: int, b: bool) -> int:
    return x if b else None
