# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], i: int, j: int) -> None:
    assert 0 <= i < len(xs) and 0 <= j < len(xs)
    old = xs[j]
    xs[i] = old + 1
    assert i == j or xs[j] == old
