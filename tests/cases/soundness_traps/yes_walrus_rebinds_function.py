# verheal: check
# subject: f
# expect: proved
def other(n: int) -> int:
    return n + 100


def step(n: int) -> int:
    return n


if (later := other) is None:
    pass


def f(n: int) -> int:
    r = step(n)
    assert r == n
    return r
