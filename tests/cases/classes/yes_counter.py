# verheal: check
# subject: f
# expect: proved
class Counter:
    def __init__(self) -> None:
        self.n = 0

    def inc(self) -> None:
        self.n += 1


def f() -> int:
    c = Counter()
    c.inc()
    assert c.n == 1
    return c.n
