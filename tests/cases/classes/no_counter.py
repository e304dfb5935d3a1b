# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
class Counter:
    def __init__(self) -> None:
        self.n = 0

    def inc(self) -> None:
        self.n += 1


def f() -> int:
    c = Counter()
    c.inc()
    assert c.n == 0
    return c.n
