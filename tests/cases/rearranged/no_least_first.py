# verheal: check
# subject: ascend
# expect: refuted assert
# witness: ascend([2, 1])
def ascend(row: list[int]) -> None:
    before = list(row)
    for i in range(len(row) - 2):
        place = i
        for j in range(i + 1, len(row)):
            if row[j] < row[place]:
                place = j
        row[i], row[place] = row[place], row[i]
    assert row == sorted(before)
