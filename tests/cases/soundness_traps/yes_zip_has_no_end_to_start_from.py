# verheal: check
# subject: f
# expect: proved
def f(xs: list[int], ys: list[int]) -> int:
    n = 0
    for _ in zip(reversed(xs), ys):
        n += 1
    return n
