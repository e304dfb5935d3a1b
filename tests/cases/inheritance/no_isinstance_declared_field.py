# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# witness: f(Base())
class Base:
    pass


class Derived(Base):
    def __init__(self) -> None:
        self.extra: int = 1


def f(a: Base) -> int:
    if isinstance(a, Base):
        return a.extra
    return 0
