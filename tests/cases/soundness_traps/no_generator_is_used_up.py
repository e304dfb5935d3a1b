# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f([1])
def f(xs: list[int]) -> int:
    g = (x for x in xs)
    a = sum(g)
    b = sum(g)
    assert a == b
    return a
