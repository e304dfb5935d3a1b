# verheal: check
# subject: f
# expect: refuted assert
# witness: f(1)
def shift(x: int, by: int = 2) -> int:
    return x + by


def f(x: int) -> int:
    r = shift(x)
    assert r == x + 1
    return r
