# verheal: check
# subject: place_of
# expect: refuted safety:AttributeError | raises
# witness: place_of(False)
# why: the method does not set the field on every way


class Skipped:
    def __init__(self, starts: bool) -> None:
        self.skip(starts)

    def skip(self, starts: bool) -> None:
        if starts:
            self.skipped_place = 0


def place_of(starts: bool) -> int:
    return Skipped(starts).skipped_place
