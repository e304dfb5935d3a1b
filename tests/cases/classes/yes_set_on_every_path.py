# verheal: check
# subject: f
# expect: proved
class Part:
    def __init__(self, a: int) -> None:
        if a > 0:
            self.a = a
        else:
            self.a = 0
            return
        self.b = 1


def f(p: Part) -> int:
    return p.a
