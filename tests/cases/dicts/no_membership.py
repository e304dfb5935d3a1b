# verheal: check
# subject: f
# expect: refuted safety:KeyError
# witness: f({1: 1}, 2)
def f(d: dict[int, int], k: int) -> int:
    if d:
        return d[k]
    return 0
