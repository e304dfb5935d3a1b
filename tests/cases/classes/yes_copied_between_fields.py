# verheal: check
# subject: Dial.reading
# expect: proved
# why: what is copied into the field comes from another one, which only ints are stored in
class Dial:
    def __init__(self, shown: int) -> None:
        self.shown_now: int = shown
        self.shown_next: int = shown

    def advance(self) -> None:
        self.shown_now = self.shown_next

    def plan(self, wanted: object) -> None:
        if isinstance(wanted, int):
            self.shown_next = wanted

    def reading(self) -> int:
        return self.shown_now + 1
