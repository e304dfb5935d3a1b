# verheal: check
# subject: Window.middle
# expect: refuted raises | safety:TypeError | type
# witness: Window([1], 0).middle()
# why: half of nothing is None
from collections.abc import Sequence


class Window:
    def __init__(self, edges: Sequence[int], width: int) -> None:
        first = edges[0]
        half = width // 2 or None
        self.left_edge = first
        self.half_wide = half

    def middle(self) -> int:
        return self.left_edge + self.half_wide
