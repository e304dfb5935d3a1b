# verheal: check
# subject: f
# expect: proved
class Box:
    def __bool__(self) -> bool:
        return True


def f(b: Box) -> int:
    return 1 if b else 0
