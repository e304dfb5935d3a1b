# verheal: check
# subject: Crate.read
# expect: proved
class Crate:
    def __init__(self, held: int) -> None:
        self.held = held

    def third(self, s) -> None:  # type: ignore[no-untyped-def]
        self.hold = s[0]

    def read(self) -> int:
        r = self.held + 1
        return r
