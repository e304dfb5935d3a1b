# verheal: check
# subject: f
# expect: proved
# why: a call may leave the argument out
def f(x: bytes = b"") -> bytes:
    if x is None:
        return None
    return x
