# verheal: check
# subject: f
# expect: refuted pre
# witness: f(0)
# why: the path up to the call counts
def inverse(x: int) -> int:
    assert x != 0
    return 100 // x


def f(x: int) -> int:
    if x >= 0:
        return inverse(x)
    return 0
