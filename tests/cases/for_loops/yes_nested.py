# verheal: check
# subject: f
# expect: proved
def f() -> int:
    count = 0
    for i in range(3):
        for _ in range(3):
            count += 1
    assert count == 9
    return count
