# verheal: check
# subject: f
# expect: proved
class Counter:
    def __init__(self) -> None:
        self.n = 0

    def inc(self) -> None:
        self.n += 1


def f() -> int:
    a = Counter()
    b = Counter()
    a.inc()
    assert b.n == 0
    return a.n
