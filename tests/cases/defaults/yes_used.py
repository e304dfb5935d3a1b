# verheal: check
# subject: f
# expect: proved
def shift(x: int, by: int = 2) -> int:
    return x + by


def f(x: int) -> int:
    r = shift(x)
    assert r == x + 2
    return r
