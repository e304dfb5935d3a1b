# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# allow: unknown
# witness: f(Sub())
class Base:
    def __init__(self) -> None:
        self.n: int = 1


class Sub(Base):
    def __init__(self) -> None:
        pass


def f(b: Base) -> int:
    return b.n
