# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int], xs: list[int]) -> int:
    n = 0
    for k, _ in zip(d, xs):
        d[k] = 1
        n += 1
    return n
