# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(Sub())
class Base:
    @property
    def n(self) -> int:
        return 1


class Sub(Base):
    n: int = 5


def f(b: Base) -> int:
    r = b.n
    assert r == 1
    return r
