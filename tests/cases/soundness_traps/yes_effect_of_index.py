# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: the right side is evaluated before the place it is stored in
def f(xs: list[int]) -> None:
    assert len(xs) == 2
    xs[len(xs) - 1] = xs.pop(0) + 0 * len(xs)
    assert len(xs) == 1
