# verheal: check
# subject: Crate.read
# expect: proved
def pick(s):  # type: ignore[no-untyped-def]
    return s * 2


class Crate:
    def __init__(self, held: int) -> None:
        self.held = held

    def third(self, s: str) -> None:
        self.hold = pick(s)

    def read(self) -> int:
        r = self.held + 1
        return r
