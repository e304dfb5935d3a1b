# verheal: check
# subject: f
# expect: proved
def f() -> int:
    rows: list[list[int]] = [[], []]
    rows[0].append(1)
    assert len(rows[1]) == 0
    return len(rows[0])
