# verheal: check
# subject: f
# expect: proved
# allow: unknown
def step(x: int) -> int:
    return x + 1


def other(x: int) -> int:
    return x + 2


step = other


def f(x: int) -> int:
    r = step(x)
    assert r == x + 2
    return r
