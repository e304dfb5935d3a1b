# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
def step(x: int) -> int:
    return x + 1


def f(x: int) -> int:
    r = step(step(x))
    assert r == x + 1
    return r
