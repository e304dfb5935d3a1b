# verheal: check
# subject: f
# expect: proved
# allow: unknown
def f() -> int:
    d = {2: 0, 1: 0}
    d[2] = 5
    first = list(d)[0]
    assert first == 2
    return first
