# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Counter:
    n = 0


def f() -> int:
    a = Counter()
    b = Counter()
    a.n = 1
    assert b.n != 1
    return a.n
