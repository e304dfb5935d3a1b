# verheal: check
# subject: f
# expect: refuted safety:RuntimeError
# allow: unknown
# witness: f()
def f() -> int:
    d = {1: 1, 2: 2}
    n = 0
    for k in d:
        n += k
        if k == 1:
            del d[1]
            d[3] = 3
    assert n == 4
    return n
