# verheal: check
# subject: f
# expect: proved
# allow: unknown
# why: a default is evaluated where the function is defined
LIMIT = 1


def limit(n: int = LIMIT) -> int:
    return n


LIMIT = 2


def f() -> int:
    r = limit()
    assert r == 1
    return r
