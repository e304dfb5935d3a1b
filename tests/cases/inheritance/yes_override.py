# verheal: check
# subject: f
# expect: proved
class Base:
    def v(self) -> int:
        return 1


class Derived(Base):
    def v(self) -> int:
        return 2


def f() -> int:
    a: Base = Derived()
    r = a.v()
    assert r == 2
    return r
