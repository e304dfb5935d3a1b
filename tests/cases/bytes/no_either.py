# verheal: check
# subject: f
# expect: refuted safety:UnicodeDecodeError
# witness: f(b"\xff")
# why: not all bytes are the text of an encoding
def f(data: bytes | str) -> str:
    return data if isinstance(data, str) else data.decode("ascii")
