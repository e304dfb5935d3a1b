# verheal: check
# subject: low_byte
# expect: proved
def low_byte(data: bytes) -> int:
    total = 0
    for byte in data:
        total = total + byte & 0xFF
    assert 0 <= total <= 255
    return total
