# verheal: check
# subject: f
# expect: refuted type
# witness: f(b"")
def f(x: bytes) -> str | None:
    return x
