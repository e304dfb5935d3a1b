# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(1, 1)
class Odd:
    def __init__(self, x: int) -> None:
        self.x = x

    def __add__(self, other: "Odd") -> "Odd":
        return Odd(self.x - other.x)


def f(a: int, b: int) -> int:
    r = (Odd(a) + Odd(b)).x
    assert r == a + b
    return r
