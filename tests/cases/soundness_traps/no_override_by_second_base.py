# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(Sub())
class Mixin:
    pass


class Base:
    def get(self) -> int:
        return 1


class Sub(Mixin, Base):
    def get(self) -> int:
        return 2


def f(b: Base) -> int:
    r = b.get()
    assert r == 1
    return r
