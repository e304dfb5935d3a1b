# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(xs: list[int]) -> list[int]:
    ys = sorted(xs)
    for i in range(len(ys) - 1):
        assert ys[i] <= ys[i + 1]
    return ys
