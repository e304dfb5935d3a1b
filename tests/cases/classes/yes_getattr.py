# verheal: check
# subject: f
# expect: proved
# why: __getattr__ is asked only for what the object does not have
class Wrapped:
    def __init__(self, n: int) -> None:
        self.n = n

    def __getattr__(self, name: str) -> int:
        return 7


def f(w: Wrapped) -> int:
    return 100 // (w.n * w.n + 1)
