# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: := in a comprehension binds outside of it
def f(xs: list[int]) -> int:
    y = 0
    _ = [x + 1 for x in xs]
    assert y == 0
    return y
