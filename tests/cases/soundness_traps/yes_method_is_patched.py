# verheal: check
# subject: f
# expect: proved
class Box:
    def get(self) -> int:
        return 1


def other(self: Box) -> int:
    return 2


LATER = other


def f(b: Box) -> int:
    r = b.get()
    assert r == 1
    return r
