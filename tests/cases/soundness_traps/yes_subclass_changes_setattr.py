# verheal: check
# subject: f
# expect: proved
class Base:
    def __init__(self) -> None:
        self.n: int = 0


class Sub(Base):
    def setting(self, name: str, value: object) -> None:
        object.__setattr__(self, name, 9)


def f(b: Base) -> int:
    b.n = 3
    assert b.n == 3
    return b.n
