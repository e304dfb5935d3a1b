# verheal: check
# subject: f
# expect: refuted raises | safety:IndexError
# witness: f("")
class Shown(ValueError):
    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        return "no " + self.name[0]


def f(s: str) -> str:
    return str(Shown(s))
