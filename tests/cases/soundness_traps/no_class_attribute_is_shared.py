# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f()
class Counter:
    n = 0


def f() -> int:
    a = Counter()
    b = Counter()
    Counter.n = 1
    assert b.n != 1
    return a.n
