# verheal: check
# subject: earlier
# expect: refuted assert
# witness: earlier(Moment(1), Moment(2))
# why: the later one is taken
from __future__ import annotations


class Moment:
    def __init__(self, ticks_seen: int) -> None:
        self.ticks_seen = ticks_seen

    def __lt__(self, other: Moment) -> bool:
        return self.ticks_seen < other.ticks_seen

    def __neg__(self) -> Moment:
        return Moment(-self.ticks_seen)


def earlier(a: Moment, b: Moment) -> Moment:
    found = b if a < b else a
    assert found.ticks_seen <= a.ticks_seen
    assert found is a or -a < -found
    return found
