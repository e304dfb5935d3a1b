# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([])
def f(xs: list[int]) -> int:
    """The first of at least one."""
    assert len(xs) >= 0
    return xs[0]
