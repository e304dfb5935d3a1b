# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Plain:
    def __init__(self, v: int) -> None:
        self.yes_plain_v = v


class Other(Plain):
    pass


MADE = Plain(3)
MADE.__class__ = Other


def f() -> bool:
    made = isinstance(MADE, Plain)
    assert made
    return True
