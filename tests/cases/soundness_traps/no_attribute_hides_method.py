# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: (lambda b: (b.put(lambda: 2), f(b)))(Box())
from collections.abc import Callable


class Box:
    def get(self) -> int:
        return 1

    def put(self, g: Callable[[], int]) -> None:
        self.get = g


def f(b: Box) -> int:
    r = b.get()
    assert r == 1
    return r
