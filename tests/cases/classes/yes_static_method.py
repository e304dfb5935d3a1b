# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Tools:
    @staticmethod
    def twice(x: int) -> int:
        return 2 * x


def f(x: int) -> int:
    r = Tools.twice(x)
    assert r == x + x
    return r
