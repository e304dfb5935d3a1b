# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1], 2)
def f(xs: list[int], a: int) -> list[int]:
    ys = xs + [a]
    assert ys[0] == a
    return ys
