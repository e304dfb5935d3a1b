# verheal: check
# subject: f
# expect: refuted post
# allow: unknown
# witness: (lambda b: (setattr(b, 'x', 3), f(b, b))[-1])(Derived())
# why: a field that a subclass annotates is the one that its base sets


class Base:
    def __init__(self) -> None:
        self.x = 0


class Derived(Base):
    x: int = 5


def f(a: Base, b: Derived) -> int:
    """
    pre: a.x == a.x
    post: __return__ == 123457
    """
    a.x = 123457
    b.x = 2
    return a.x
