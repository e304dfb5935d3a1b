# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(d: dict[int, int]) -> None:
    for k in list(d):
        if d[k] == 0:
            del d[k]
