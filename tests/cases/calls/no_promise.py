# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
def distance(x: int, y: int) -> int:
    """
    post: __return__ >= 0
    """
    return x - y if x > y else y - x


def f(x: int) -> int:
    r = distance(x, 0)
    assert r > 0
    return r
