# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# witness: f(1)
class Base:
    def __init__(self, x: int) -> None:
        self.x = x


class Derived(Base):
    def __init__(self, x: int) -> None:
        self.y = x


def f(x: int) -> int:
    return Derived(x).x
