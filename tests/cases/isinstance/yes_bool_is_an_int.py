# verheal: check
# subject: f
# expect: proved
# why: a bool is an int: what is False is not above 0, and returns before
def f(x: object) -> int:
    if not isinstance(x, int):
        return 0
    if x <= 0:
        return 0
    assert x > 0
    return x
