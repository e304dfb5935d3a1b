# verheal: check
# subject: f
# expect: refuted assert
# witness: f(False)
# why: a bool is an int
def f(x: object) -> int:
    if not isinstance(x, int) or x < 0:
        return 0
    assert x > 0
    return x
