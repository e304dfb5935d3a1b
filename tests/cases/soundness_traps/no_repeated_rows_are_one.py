# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
def f() -> int:
    rows: list[list[int]] = [[]] * 2
    rows[0].append(1)
    assert len(rows[1]) == 0
    return len(rows[0])
