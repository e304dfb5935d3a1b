# verheal: check
# subject: f
# expect: proved
class Mixin:
    pass


class Base:
    def get(self) -> int:
        return 1


class Sub(Mixin):
    def got(self) -> int:
        return 2


def f(b: Base) -> int:
    r = b.get()
    assert r == 1
    return r
