# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(Box())
class Box:
    def get(self) -> int:
        return 1

    def also(self) -> int:
        return 2

    get = also


def f(b: Box) -> int:
    r = b.get()
    assert r == 1
    return r
