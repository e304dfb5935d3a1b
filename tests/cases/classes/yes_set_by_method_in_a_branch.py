# verheal: check
# subject: place_of
# expect: proved
# why: the method sets the field on every way


class Skipped:
    def __init__(self, starts: bool) -> None:
        self.skip(starts)

    def skip(self, starts: bool) -> None:
        self.skipped_place = 0 if starts else 1


def place_of(starts: bool) -> int:
    return Skipped(starts).skipped_place
