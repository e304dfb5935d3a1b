# verheal: check
# subject: f
# expect: refuted assert
# witness: f(Derived())
# why: an argument may be of a subclass
class Base:
    def v(self) -> int:
        return 1


class Derived(Base):
    def v(self) -> int:
        return 2


def f(a: Base) -> int:
    r = a.v()
    assert r == 1
    return r
