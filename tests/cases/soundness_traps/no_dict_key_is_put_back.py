# verheal: check
# subject: f
# expect: refuted safety:RuntimeError
# allow: unknown
# witness: f({1: 1})
def f(d: dict[int, int]) -> int:
    n = 0
    for k in d:
        del d[k]
        d[k] = 1
        n += 1
    return n
