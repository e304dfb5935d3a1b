# verheal: check
# subject: small
# expect: refuted safety:ZeroDivisionError
# witness: small(Level(0))
class Level:
    __match_args__ = ("small",)

    def __init__(self, n: int) -> None:
        self.n = n

    @property
    def small(self) -> int:
        if self.n < 5:
            raise AttributeError("large")
        return self.n


def small(level: Level) -> int:
    match level:
        case Level(n):
            assert n >= 5
            return n
        case _:
            return 10 // level.n
