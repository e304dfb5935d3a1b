# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f([])
def f(xs: list[int]) -> int:
    y = 1
    z = [*xs, (y := 2)]
    assert y == 1
    return y + len(z)
