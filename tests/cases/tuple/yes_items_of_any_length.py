# verheal: check
# subject: total
# expect: proved
def total(numbers: tuple[int, ...]) -> int:
    found = 0
    for one in numbers:
        found += abs(one)
    assert found >= 0
    return found
