# verheal: check
# subject: f
# expect: proved
class Counted:
    def __init__(self, n: str) -> None:
        self.n = n

    def __str__(self) -> str:
        return self.n


def f(x: Counted) -> str:
    return "%s" % x
