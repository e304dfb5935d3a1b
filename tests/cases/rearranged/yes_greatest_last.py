# verheal: check
# subject: rise
# expect: proved
def rise(row: list[int]) -> None:
    before = list(row)
    for done in range(len(row)):
        for k in range(len(row) - 1 - done):
            if row[k] > row[k + 1]:
                row[k], row[k + 1] = row[k + 1], row[k]
    assert row == sorted(before)
