# verheal: check
# subject: f
# expect: proved
def f() -> float:
    total = 0.0
    for _ in range(10):
        total += 0.1
    assert total < 1.0
    return total
