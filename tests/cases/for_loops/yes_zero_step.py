# verheal: check
# subject: f
# expect: proved
def f(step: int) -> int:
    assert step > 0
    count = 0
    for _ in range(0, 6, step):
        count += 1
    return count
