# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: zip ends with the shorter one
def f(xs: list[int], ys: list[int]) -> int:
    n = 0
    for _ in zip(xs, ys):
        n += 1
    assert n <= len(xs)
    return n
