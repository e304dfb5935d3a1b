# verheal: check
# subject: f
# expect: refuted assert
# witness: f(3, 2)
def f(low: int, high: int) -> int:
    assert low >= 0
    assert high >= 0
    span = high - low
    assert span >= 0
    return span
