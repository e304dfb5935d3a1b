# verheal: check
# subject: f
# expect: proved
# why: a constant made by a call of a class is an object of just that class
class Level:
    def __init__(self, n: int) -> None:
        self.n = n

    def code(self) -> int:
        return 2


class Below(Level):
    def code(self) -> int:
        return 0


LEVEL = Level(1)


def f(n: int) -> int:
    return n // LEVEL.code()
