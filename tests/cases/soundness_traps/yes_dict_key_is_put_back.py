# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int]) -> int:
    n = 0
    for k in d:
        d[k] = 1
        n += 1
    return n
