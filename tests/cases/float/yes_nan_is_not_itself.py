# verheal: check
# subject: f
# expect: proved
def f(x: float) -> bool:
    same = x == x
    assert same or x != x
    return same
