# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], a: int) -> list[int]:
    ys = xs + [a]
    assert ys[len(xs)] == a
    return ys
