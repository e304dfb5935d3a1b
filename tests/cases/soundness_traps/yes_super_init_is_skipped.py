# verheal: check
# subject: f
# expect: proved
class Base:
    def __init__(self) -> None:
        self.n: int = 1


class Sub(Base):
    def __init__(self, x: int) -> None:
        super().__init__()


def f(x: int) -> int:
    return Sub(x).n
