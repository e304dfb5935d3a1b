# verheal: check
# subject: f
# expect: refuted safety:IndexError
# witness: f([], -1)
def f(xs: list[int], i: int) -> int:
    assert -len(xs) - 1 <= i < len(xs)
    return xs[i]
