# verheal: check
# subject: shifted
# expect: refuted safety:ValueError | raises
# witness: shifted(1, -1)
def shifted(x: int, by: int) -> int:
    assert by < 1000
    made = x << by
    assert made >> by == x
    return made
