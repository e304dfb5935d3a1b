# verheal: check
# subject: f
# expect: proved
# why: a field that a subclass annotates is the one that its base sets


class Base:
    def __init__(self) -> None:
        self.x = 0


class Derived(Base):
    x: int = 5


def f(a: Base, b: Derived) -> int:
    """
    pre: a is not b
    post: __return__ == 123457
    """
    a.x = 123457
    b.x = 2
    return a.x
