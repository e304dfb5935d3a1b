# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    """The first of at least one."""
    assert len(xs) > 0
    return xs[0]
