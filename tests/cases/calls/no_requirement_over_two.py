# verheal: check
# subject: f
# expect: refuted pre
# witness: f(1, 0)
def between(low: int, high: int) -> int:
    assert low <= high
    return (low + high) // 2


def f(a: int, b: int) -> int:
    return between(a, b)
