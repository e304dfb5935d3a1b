# verheal: check
# subject: f
# expect: proved
from collections.abc import Callable


class Box:
    def get(self) -> int:
        return 1

    def put(self, g: Callable[[], int]) -> None:
        self.got = g


def f(b: Box) -> int:
    r = b.get()
    assert r == 1
    return r
