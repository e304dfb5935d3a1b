# verheal: check
# subject: f
# expect: refuted assert
# witness: f([])
# why: += on a list changes the object, + makes a new one
def f(xs: list[int]) -> int:
    n = len(xs)
    ys = xs
    ys += [1]
    assert len(xs) == n
    return len(ys)
