# verheal: check
# subject: f
# expect: proved
def root(x: int) -> int:
    assert x > 0
    return x


def f(x: int) -> int:
    return root(x * x + 1)
