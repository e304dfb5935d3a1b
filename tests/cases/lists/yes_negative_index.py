# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], i: int) -> int:
    assert -len(xs) <= i < len(xs)
    return xs[i]
