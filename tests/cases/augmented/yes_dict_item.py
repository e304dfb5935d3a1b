# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int], k: int) -> None:
    if k in d:
        d[k] += 1
