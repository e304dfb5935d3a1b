# verheal: check
# subject: f
# expect: proved
class Base:
    def __init__(self) -> None:
        self.n: int = 1


class Sub(Base):
    def __init__(self) -> None:
        super().__init__()


def f(b: Base) -> int:
    return b.n
