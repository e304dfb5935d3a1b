# verheal: check
# subject: f
# expect: proved
def f(x: int, b: bool) -> int:
    return x if b else -x
