# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Cell:
    def __init__(self) -> None:
        self.raw = 1

    @property
    def value(self) -> int:
        return self.raw + 1


def f() -> int:
    c = Cell()
    r = c.value
    assert r == c.raw + 1
    return r
