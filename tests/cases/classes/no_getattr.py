# verheal: check
# subject: f
# expect: refuted safety:ZeroDivisionError
# witness: f(Wrapped(0))
class Wrapped:
    def __init__(self, n: int) -> None:
        self.n = n

    def __getattr__(self, name: str) -> int:
        return 7


def f(w: Wrapped) -> int:
    return 100 // (w.n * w.n)
