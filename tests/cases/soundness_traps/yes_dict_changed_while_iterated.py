# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int]) -> None:
    for k in d:
        d[k] = 0
