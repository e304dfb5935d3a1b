# verheal: check
# subject: f
# expect: refuted type
# witness: f(Kept())
class Kept:
    def __init__(self, n: int = None) -> None:
        self.n = n

    def get(self) -> int:
        return self.n


def f(kept: Kept) -> int:
    return kept.get()
