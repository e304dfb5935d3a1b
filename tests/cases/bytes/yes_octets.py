# verheal: check
# subject: f
# expect: proved
def f(data: bytes, at: int) -> int:
    try:
        found = data[at]
    except IndexError:
        found = 0
    return found + len(data.strip().split(b",")) if b"," in data else found
