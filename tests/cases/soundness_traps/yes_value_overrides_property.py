# verheal: check
# subject: f
# expect: proved
class Base:
    @property
    def depth_of_it(self) -> int:
        return 1


class Sub(Base):
    m: int = 5


def f(b: Base) -> int:
    r = b.depth_of_it
    assert r == 1
    return r
