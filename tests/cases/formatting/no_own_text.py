# verheal: check
# subject: f
# expect: refuted raises | safety:IndexError
# witness: f(Named(""))
class Named:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"<{self.name[0]}>"


def f(x: Named) -> str:
    return f"{x} {x!r} {str(x)}"
