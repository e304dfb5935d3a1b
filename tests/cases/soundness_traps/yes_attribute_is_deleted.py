# verheal: check
# subject: f
# expect: proved
class Box:
    def __init__(self) -> None:
        self.n: int = 1

    def drop(self) -> None:
        self.n = 2


def f(b: Box) -> int:
    return b.n
