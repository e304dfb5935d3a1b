# verheal: check
# subject: f
# expect: proved
class Box:
    def __init__(self, n: int) -> None:
        self.n: int = n

    def __add__(self, other: "Box") -> "Box":
        return Box(self.n + other.n)

    def joined(self, other: "Box") -> "Box":
        self.n = self.n + other.n
        return self


def f(b: Box) -> int:
    c, n = b, b.n
    b += Box(1)
    assert c.n == n
    return b.n
