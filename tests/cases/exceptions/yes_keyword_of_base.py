# verheal: check
# subject: f
# expect: proved
class Named(Exception):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def f(s: str) -> str:
    return Named(s).name
