# verheal: check
# subject: f
# expect: proved
def f(xs: list[int]) -> int:
    y = 1
    z = [len(xs), (w := 2)]
    assert y == 1
    return y + len(z)
