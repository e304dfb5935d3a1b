# verheal: check
# subject: f
# expect: proved
class Base:
    def __init__(self, x: int) -> None:
        self.x = x


class Derived(Base):
    def __init__(self, x: int) -> None:
        super().__init__(x)


def f(x: int) -> int:
    return Derived(x).x
