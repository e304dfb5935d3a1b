# verheal: check
# subject: f
# expect: proved
# why: what a parameter says of a field is not so where the default is kept
class Kept:
    def __init__(self, n: int = 0) -> None:
        self.n = n

    def get(self) -> int:
        return self.n


def f(kept: Kept) -> int:
    return kept.get()
