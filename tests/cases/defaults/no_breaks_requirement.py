# verheal: check
# subject: f
# expect: refuted pre
# witness: f(1)
def share(x: int, d: int = 0) -> int:
    assert d > 0
    return x // d


def f(x: int) -> int:
    return share(x)
