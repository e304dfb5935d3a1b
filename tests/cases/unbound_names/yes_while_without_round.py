# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f(n: int) -> int:
    assert n > 0
    while n > 0:
        r = n
        n -= 1
    return r
