# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f(b"", 0)
# why: an index that is too large is no KeyError
def f(data: bytes, at: int) -> int:
    try:
        found = data[at]
    except KeyError:
        found = 0
    return found + len(data.strip().split(b",")) if b"," in data else found
