# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f([1])
# why: := in a comprehension binds outside of it
def f(xs: list[int]) -> int:
    y = 0
    _ = [(y := x) for x in xs]
    assert y == 0
    return y
