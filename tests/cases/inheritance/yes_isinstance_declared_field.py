# verheal: check
# subject: f
# expect: proved
class Base:
    pass


class Derived(Base):
    def __init__(self) -> None:
        self.extra: int = 1


def f(a: Base) -> int:
    if isinstance(a, Derived):
        return a.extra
    return 0
