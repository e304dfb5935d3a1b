# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(1)
def step(x: int) -> int:
    return x + 1


def other(x: int) -> int:
    return x + 2


step = other


def f(x: int) -> int:
    r = step(x)
    assert r == x + 1
    return r
