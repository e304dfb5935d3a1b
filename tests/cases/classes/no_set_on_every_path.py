# verheal: check
# subject: f
# expect: refuted safety:AttributeError | raises
# witness: f(Part(0))
class Part:
    def __init__(self, a: int) -> None:
        if a > 0:
            self.a = a
        else:
            self.a = 0
            return
        self.b = 1


def f(p: Part) -> int:
    return p.b
