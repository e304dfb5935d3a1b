# verheal: check
# subject: f
# expect: proved
def between(low: int, high: int) -> int:
    assert low <= high
    return (low + high) // 2


def f(a: int, b: int) -> int:
    return between(min(a, b), max(a, b))
