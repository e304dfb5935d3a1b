# verheal: check
# subject: f
# expect: proved
# why: bytes equal no string; two that are equal need not be looked at again
def f(data: bytes, text: str) -> int:
    assert data is not None
    if data != text:
        return 1
    return 0 // 0
