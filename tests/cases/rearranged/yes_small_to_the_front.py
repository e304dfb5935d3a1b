# verheal: check
# subject: split
# expect: proved
def split(row: list[int], most: int) -> int:
    before = list(row)
    end = 0
    for i in range(len(row)):
        if row[i] <= most:
            row[i], row[end] = row[end], row[i]
            end += 1
    assert all(x <= most for x in row[:end])
    assert all(x > most for x in row[end:])
    assert sorted(row) == sorted(before)
    return end
