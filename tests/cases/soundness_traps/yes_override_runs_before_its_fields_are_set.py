# verheal: check
# subject: f
# expect: proved
class Base:
    def __init__(self) -> None:
        self.n: int = 0
        self.start()

    def start(self) -> None:
        pass


class Sub(Base):
    def __init__(self) -> None:
        super().__init__()
        self.m: int = 1

    def begin(self) -> None:
        self.n = self.m


def f() -> int:
    return Sub().n
