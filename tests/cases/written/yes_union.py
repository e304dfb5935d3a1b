# verheal: check
# subject: f
# expect: proved
# why: what is written of the argument is written of the result
def f(x: bytes) -> str | bytes:
    return x
