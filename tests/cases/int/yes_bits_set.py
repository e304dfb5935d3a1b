# verheal: check
# subject: packed
# expect: proved
def packed(flags: int, place: int, low: int, high: int) -> int:
    assert 0 <= place < 64 and 0 <= low < 16
    found = flags | 1 << place
    assert found >> place & 1 == 1
    assert found & ~(1 << place) == flags & ~(1 << place)
    both = high << 4 | low
    assert both & 15 == low and both >> 4 == high
    return found
