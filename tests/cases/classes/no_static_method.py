# verheal: check
# subject: f
# expect: refuted assert
# witness: f(0)
class Tools:
    @staticmethod
    def twice(x: int) -> int:
        return 2 * x


def f(x: int) -> int:
    r = Tools.twice(x)
    assert r == x + x + 1
    return r
