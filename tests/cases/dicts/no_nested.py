# verheal: check
# subject: f
# expect: refuted safety:KeyError
# witness: f({1: {}}, 1)
def f(d: dict[int, dict[int, int]], k: int) -> int:
    if k in d:
        return d[k][k]
    return 0
