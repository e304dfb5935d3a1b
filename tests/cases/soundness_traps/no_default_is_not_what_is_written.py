# verheal: check
# subject: f
# expect: refuted type
# witness: f()
def f(x: bytes = None) -> bytes:
    if x is None:
        return None
    return x
