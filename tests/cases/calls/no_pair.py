# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1, 2)
def ordered(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a <= b else (b, a)


def f(a: int, b: int) -> int:
    low, high = ordered(a, b)
    assert high - low <= 0
    return low
