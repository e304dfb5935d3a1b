# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f([], [])
def f(xs: list[int], ys: list[int]) -> int:
    n = 0
    for _ in reversed(zip(xs, ys)):
        n += 1
    return n
