# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1])
def f(xs: list[int]) -> bool:
    r = bool(xs)
    assert r == (len(xs) > 1)
    return r
