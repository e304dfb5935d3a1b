# verheal: check
# subject: Crate.read
# expect: refuted safety:TypeError
# allow: unknown
# witness: (lambda b: (b.third("ab"), b.read()))(Crate(1))
def pick(s):  # type: ignore[no-untyped-def]
    return s * 2


class Crate:
    def __init__(self, held: int) -> None:
        self.held = held

    def third(self, s: str) -> None:
        self.held = pick(s)

    def read(self) -> int:
        r = self.held + 1
        return r
