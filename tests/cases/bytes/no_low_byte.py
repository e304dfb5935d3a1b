# verheal: check
# subject: low_byte
# expect: refuted assert | raises
# witness: low_byte(bytes([255, 255]))
def low_byte(data: bytes) -> int:
    total = 0
    for byte in data:
        total = total + byte & 0x1FF
    assert 0 <= total <= 255
    return total
