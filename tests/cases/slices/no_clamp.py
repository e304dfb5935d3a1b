# verheal: check
# subject: f
# expect: refuted assert
# witness: f([], 0, 1)
# why: slices clamp
def f(xs: list[int], i: int, j: int) -> list[int]:
    assert 0 <= i <= j
    ys = xs[i:j]
    assert len(ys) == j - i
    return ys
