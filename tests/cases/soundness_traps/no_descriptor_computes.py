# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f(Box())
class Half:
    def __get__(self, of: object, kind: object) -> int:
        return 5

    def __set__(self, of: object, value: int) -> None:
        pass


class Box:
    n: int = Half()  # type: ignore[assignment]


def f(b: Box) -> int:
    b.n = 3
    assert b.n == 3
    return b.n
