# verheal: check
# subject: f
# expect: refuted assert
# allow: unknown
# witness: f()
class Bag:
    def __len__(self) -> int:
        return 0


def f() -> int:
    r = 1 if Bag() else 0
    assert r == 1
    return r
