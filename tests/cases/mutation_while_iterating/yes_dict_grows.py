# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(d: dict[int, int]) -> None:
    for k in list(d):
        d[k + 1] = 0
