# verheal: check
# subject: f
# expect: proved
# why: two rows of a list may be one list
def f(rows: list[list[int]]) -> int:
    assert len(rows) == 2
    n = len(rows[1])
    rows[0].append(1)
    assert len(rows[1]) >= n
    return n
