# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, int], k: int) -> int:
    d[k] = 1
    d[k] = 2
    return d[k]
