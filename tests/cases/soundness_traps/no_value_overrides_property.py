# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(Sub())
class Base:
    @property
    def depth_of_it(self) -> int:
        return 1


class Sub(Base):
    depth_of_it: int = 5


def f(b: Base) -> int:
    r = b.depth_of_it
    assert r == 1
    return r
