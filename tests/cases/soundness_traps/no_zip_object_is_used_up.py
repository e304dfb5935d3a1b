# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f([1])
def f(xs: list[int]) -> int:
    pairs = zip(xs, xs)
    a = len(list(pairs))
    b = len(list(pairs))
    assert a == b
    return a
