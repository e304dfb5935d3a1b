# verheal: check
# subject: total
# expect: refuted assert
# witness: total((-1,))
def total(numbers: tuple[int, ...]) -> int:
    found = 0
    for one in numbers:
        found += one
    assert found >= 0
    return found
