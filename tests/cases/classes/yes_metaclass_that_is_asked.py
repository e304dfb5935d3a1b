# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Asked(type):
    def __instancecheck__(cls, other: object) -> bool:
        return True


class Base(metaclass=Asked):
    def __init__(self) -> None:
        self.m: int = 2


class Other:
    def __init__(self) -> None:
        self.n: int = 0


def f(x: Base | Other) -> int:
    if isinstance(x, Other):
        return 1
    return x.m
