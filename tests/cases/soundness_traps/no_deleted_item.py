# verheal: check
# subject: f
# expect: refuted safety:KeyError
# witness: f({}, 1)
def f(d: dict[int, int], k: int) -> int:
    d[k] = 1
    del d[k]
    return d[k]
