# verheal: check
# subject: f
# expect: refuted pre
# witness: f(100)
def percent(part: int) -> int:
    assert 0 <= part <= 100
    return 100 - part


def f(x: int) -> int:
    return percent(x % 101 + 1)
