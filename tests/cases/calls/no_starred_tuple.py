# verheal: check
# subject: f
# expect: refuted pre
# witness: f((2, 1), 0)
def between(low: int, high: int, at: int) -> bool:
    assert low <= high
    return low <= at <= high


def f(span: tuple[int, int], at: int) -> bool:
    if span[0] == span[1]:
        return False
    return between(*span, at)
