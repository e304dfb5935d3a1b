# verheal: check
# subject: f
# expect: proved
def f(d: dict[int, dict[int, int]], k: int) -> int:
    if k in d and k in d[k]:
        return d[k][k]
    return 0
