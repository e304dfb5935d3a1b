# verheal: check
# subject: f
# expect: proved
def inverse(x: int) -> int:
    assert x != 0
    return 100 // x


def f(x: int) -> bool:
    return x != 0 and inverse(x) > 1
