# verheal: check
# subject: ascend
# expect: proved
def ascend(row: list[int]) -> None:
    before = list(row)
    for i in range(len(row)):
        place = i
        for j in range(i + 1, len(row)):
            if row[j] < row[place]:
                place = j
        row[i], row[place] = row[place], row[i]
    assert row == sorted(before)
