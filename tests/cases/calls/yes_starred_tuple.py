# verheal: check
# subject: f
# expect: proved
def between(low: int, high: int, at: int) -> bool:
    assert low <= high
    return low <= at <= high


def f(span: tuple[int, int], at: int) -> bool:
    if span[0] > span[1]:
        return False
    return between(*span, at)
