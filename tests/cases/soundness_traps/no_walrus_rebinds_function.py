# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(1)
def other(n: int) -> int:
    return n + 100


def step(n: int) -> int:
    return n


if (step := other) is None:
    pass


def f(n: int) -> int:
    r = step(n)
    assert r == n
    return r
