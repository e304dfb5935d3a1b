# verheal: check
# subject: shifted
# expect: proved
def shifted(x: int, by: int) -> int:
    assert 0 <= by < 1000
    made = x << by
    assert made >> by == x
    return made
