# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# witness: f(False)
class Box:
    def __init__(self, full: bool) -> None:
        if full:
            self.value = 1


def f(full: bool) -> int:
    return Box(full).value
