# verheal: check
# subject: f
# expect: refuted raises | safety:TypeError
# witness: f(Counted(1))
class Counted:
    def __init__(self, n: int) -> None:
        self.n = n

    def __str__(self) -> str:
        return self.n


def f(x: Counted) -> str:
    return "%s" % x
