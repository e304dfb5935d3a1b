# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f(b"")
def f(data: bytes) -> int:
    return data[0]
