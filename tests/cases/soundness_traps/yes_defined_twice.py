# verheal: check
# subject: f
# expect: proved
# why: the last definition counts
def step(x: int) -> int:
    return x + 1


def step(x: int) -> int:  # noqa: F811
    return x + 2


def f(x: int) -> int:
    r = step(x)
    assert r == x + 2
    return r
