# verheal: check
# subject: f
# expect: proved
LIMIT = 4
OTHER = 5


def f() -> int:
    r = LIMIT
    assert r == 4
    return r
