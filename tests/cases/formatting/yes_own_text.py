# verheal: check
# subject: f
# expect: proved
class Named:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"<{self.name!r}>"


def f(x: Named) -> str:
    return f"{x} {x!r} {str(x)}"
