# verheal: check
# subject: f
# expect: refuted raises | safety:UnicodeDecodeError
# witness: f(b"\xff")
def f(raw: bytes) -> str:
    return raw.decode("utf-8", "strict") + raw.decode(errors="ignore")
