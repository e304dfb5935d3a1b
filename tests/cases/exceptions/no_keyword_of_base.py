# verheal: check
# subject: f
# expect: refuted raises | safety:TypeError
# witness: f("")
class Named(Exception):
    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self.name = name


def f(s: str) -> str:
    return Named(s).name
