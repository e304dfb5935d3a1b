# verheal: check
# subject: f
# expect: proved
class Gain:
    def amount(self) -> int:
        return 1


class Loss(Gain):
    def amount(self) -> int:
        return 2


def f(g: Gain) -> int:
    r = g.amount()
    assert r > 0
    return r
