# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(1)
class Level:
    def __init__(self, n: int) -> None:
        self.n = n

    def code(self) -> int:
        return 2


class Below(Level):
    def code(self) -> int:
        return 0


LEVEL = Below(1)


def f(n: int) -> int:
    return n // LEVEL.code()
