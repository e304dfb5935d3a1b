# verheal: check
# subject: f
# expect: proved
def f(data: bytes | str) -> str:
    if isinstance(data, bytes):
        return data.hex()
    return data
