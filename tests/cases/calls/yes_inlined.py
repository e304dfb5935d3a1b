# verheal: check
# subject: f
# expect: proved
def step(x: int) -> int:
    return x + 1


def f(x: int) -> int:
    r = step(step(x))
    assert r == x + 2
    return r
