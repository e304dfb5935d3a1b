# verheal: check
# subject: f
# expect: refuted safety:ValueError
# witness: f(Box(-1))
class Box:
    def __init__(self, n: int) -> None:
        self.n: int = n

    def __len__(self) -> int:
        return self.n


def f(b: Box) -> int:
    return 1 if b else 0
