# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int], k: int) -> int:
    if k in d:
        return d[k]
    return 0
