# verheal: check
# subject: f
# expect: refuted pre
# witness: f(0)
def root(x: int) -> int:
    assert x > 0
    return x


def f(x: int) -> int:
    return root(x * x)
