# verheal: check
# subject: f
# expect: refuted assert
# witness: f(b"", b"")
def f(a: bytes, b: bytes) -> bool:
    seen = a == b
    assert not seen
    return seen
