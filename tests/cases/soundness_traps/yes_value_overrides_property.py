# verheal: check
# subject: f
# expect: proved
class Base:
    @property
    def n(self) -> int:
        return 1


class Sub(Base):
    m: int = 5


def f(b: Base) -> int:
    r = b.n
    assert r == 1
    return r
