# verheal: check
# subject: Crate.read
# expect: refuted safety:TypeError
# allow: unknown
# witness: (lambda b: (b.third("ab"), b.read()))(Crate(1))
class Crate:
    def __init__(self, held: int) -> None:
        self.held = held

    def third(self, s) -> None:  # type: ignore[no-untyped-def]
        self.held = s[0]

    def read(self) -> int:
        r = self.held + 1
        return r
