# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(Sub())
class Base:
    def __init__(self) -> None:
        self.n: int = 0


class Sub(Base):
    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, 9)


def f(b: Base) -> int:
    b.n = 3
    assert b.n == 3
    return b.n
