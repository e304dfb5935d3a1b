# verheal: check
# subject: f
# expect: proved
# why: a string equals no bytes, whatever is in it
def f(a: bytes, b: str) -> bool:
    seen = a == b
    assert not seen
    return seen
