# verheal: check
# subject: Dial.reading
# expect: refuted raises | safety:TypeError | type
# witness: (lambda d: (d.plan("x"), d.advance(), d.reading())[2])(Dial(1))
# why: a text may be planned, and copied
class Dial:
    def __init__(self, shown: int) -> None:
        self.shown_now: int = shown
        self.shown_next: int = shown

    def advance(self) -> None:
        self.shown_now = self.shown_next

    def plan(self, wanted: object) -> None:
        if not isinstance(wanted, float):
            self.shown_next = wanted

    def reading(self) -> int:
        return self.shown_now + 1
