# verheal: check
# subject: f
# expect: proved
def f(raw: bytes) -> str:
    return raw.decode("utf-8", "replace") + raw.decode(errors="ignore")
