# verheal: check
# subject: Window.middle
# expect: proved
# why: the local is bound once, so that the field holds what was assigned to it
from collections.abc import Sequence


class Window:
    def __init__(self, edges: Sequence[int], width: int) -> None:
        first = edges[0]
        half = width // 2
        self.left_edge = first
        self.half_wide = half

    def middle(self) -> int:
        return self.left_edge + self.half_wide
