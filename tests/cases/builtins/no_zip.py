# verheal: check
# subject: f
# expect: refuted assert
# witness: f([1], [])
# why: zip ends with the shorter one
def f(xs: list[int], ys: list[int]) -> int:
    n = 0
    for _ in zip(xs, ys):
        n += 1
    assert n == len(xs)
    return n
