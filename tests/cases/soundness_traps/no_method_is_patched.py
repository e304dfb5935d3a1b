# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(Box())
class Box:
    def get(self) -> int:
        return 1


def other(self: Box) -> int:
    return 2


Box.get = other  # type: ignore[method-assign]


def f(b: Box) -> int:
    r = b.get()
    assert r == 1
    return r
