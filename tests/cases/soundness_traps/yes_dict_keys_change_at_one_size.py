# verheal: check
# subject: f
# expect: proved
def f() -> int:
    d = {1: 1, 2: 2}
    n = 0
    for k in d:
        n += k
        if k == 1:
            d[1] = 3
    assert n == 3
    return n
