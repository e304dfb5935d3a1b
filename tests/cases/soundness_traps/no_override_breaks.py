# verheal: check
# subject: f
# expect: refuted assert
# witness: f(Loss())
class Gain:
    def amount(self) -> int:
        return 1


class Loss(Gain):
    def amount(self) -> int:
        return -1


def f(g: Gain) -> int:
    r = g.amount()
    assert r > 0
    return r
