# verheal: check
# subject: f
# expect: proved
def share(x: int, d: int = 1) -> int:
    assert d > 0
    return x // d


def f(x: int) -> int:
    return share(x)
