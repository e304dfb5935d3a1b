# verheal: check
# subject: f
# expect: proved
def f() -> int:
    total = 0
    for i in range(5):
        total += i
    assert total == 10
    return total
