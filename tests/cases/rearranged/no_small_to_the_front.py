# verheal: check
# subject: split
# expect: refuted assert
# witness: split([2, 1], 1)
def split(row: list[int], most: int) -> int:
    before = list(row)
    end = 0
    for i in range(len(row)):
        if row[i] <= most:
            row[end] = row[i]
            end += 1
    assert all(x <= most for x in row[:end])
    assert all(x > most for x in row[end:])
    assert sorted(row) == sorted(before)
    return end
