# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
# why: the object was made one of another class
class Plain:
    def __init__(self, v: int) -> None:
        self.plain_v = v


class Other(Plain):
    pass


MADE = Plain(3)
MADE.__class__ = Other


def f() -> bool:
    made = isinstance(MADE, Other)
    assert not made
    return True
