# verheal: check
# subject: f
# expect: refuted pre
# witness: f(0)
def inverse(x: int) -> int:
    assert x != 0
    return 100 // x


def f(x: int) -> bool:
    return inverse(x) > 1 and x != 0
