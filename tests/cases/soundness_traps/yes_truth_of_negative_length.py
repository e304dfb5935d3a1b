# verheal: check
# subject: f
# expect: proved
class Box:
    def __init__(self, n: int) -> None:
        self.n: int = n

    def __len__(self) -> int:
        return 0 if self.n <= 0 else 1


def f(b: Box) -> int:
    return 1 if b else 0
