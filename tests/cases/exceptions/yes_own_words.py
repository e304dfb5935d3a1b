# verheal: check
# subject: f
# expect: proved
class Shown(ValueError):
    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        return "no " + self.name


def f(s: str) -> str:
    return str(Shown(s))
