# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Bag:
    def __len__(self) -> int:
        return 1


def f() -> int:
    r = 1 if Bag() else 0
    assert r == 1
    return r
