# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
class Base:
    def v(self) -> int:
        return 1


class Derived(Base):
    def v(self) -> int:
        return 2


def f() -> int:
    a: Base = Derived()
    r = a.v()
    assert r == 1
    return r
