# verheal: check
# subject: small
# expect: proved
# why: an AttributeError of an attribute that a pattern reads is no match
class Level:
    __match_args__ = ("small",)

    def __init__(self, n: int) -> None:
        self.n = n

    @property
    def small(self) -> int:
        if self.n > 5:
            raise AttributeError("large")
        return self.n


def small(level: Level) -> int:
    match level:
        case Level(n):
            assert n <= 5
            return n
        case _:
            return 10 // level.n
