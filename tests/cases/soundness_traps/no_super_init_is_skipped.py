# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# allow: unknown
# witness: f(1)
class Base:
    def __init__(self) -> None:
        self.n: int = 1


class Sub(Base):
    def __init__(self, x: int) -> None:
        if x > 0:
            return
        super().__init__()


def f(x: int) -> int:
    return Sub(x).n
