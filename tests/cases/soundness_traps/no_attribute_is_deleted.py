# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# allow: unknown
# witness: (lambda b: (b.drop(), f(b)))(Box())
class Box:
    def __init__(self) -> None:
        self.n: int = 1

    def drop(self) -> None:
        del self.n


def f(b: Box) -> int:
    return b.n
