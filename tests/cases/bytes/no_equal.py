# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(b"", "")
# why: no bytes equal a string, so the last line is always reached
def f(data: bytes, text: str) -> int:
    assert data is not None
    if data == text:
        return 1
    return 0 // 0
