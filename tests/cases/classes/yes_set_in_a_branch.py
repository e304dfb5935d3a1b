# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Box:
    def __init__(self, full: bool) -> None:
        if full or not full:
            self.value = 1


def f(full: bool) -> int:
    return Box(full).value
