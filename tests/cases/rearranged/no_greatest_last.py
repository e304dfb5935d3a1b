# verheal: check
# subject: rise
# expect: refuted assert
# witness: rise([3, 2, 1])
def rise(row: list[int]) -> None:
    before = list(row)
    for done in range(len(row)):
        for k in range(len(row) - 1 - 2 * done):
            if row[k] > row[k + 1]:
                row[k], row[k + 1] = row[k + 1], row[k]
    assert row == sorted(before)
