# verheal: check
# subject: f
# expect: proved
# allow: unknown
WIDTH_NAMED = 5


class Sized:
    WIDTH_NAMED = 7

    def width(self, k: int = WIDTH_NAMED) -> int:
        return k


def f(one: Sized) -> int:
    found = one.width()
    assert found != 5
    return found
