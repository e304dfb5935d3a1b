# verheal: check
# subject: f
# expect: refuted assert
# witness: f(b"", b"")
# why: empty bytes equal each other
def f(a: bytes, b: bytes) -> bool:
    seen = a == b
    assert not seen
    return seen
