# verheal: check
# subject: f
# expect: proved
def f(low: int, high: int) -> int:
    assert low >= 0
    assert high >= low
    span = high - low
    assert span >= 0
    return span
