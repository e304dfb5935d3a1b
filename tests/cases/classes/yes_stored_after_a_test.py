# verheal: check
# subject: f
# expect: proved
# why: what a field may hold is widened where a store may not fit, and what is stored here fits
class Box:
    def __init__(self, n: int) -> None:
        self.n = n


def f(box: Box, k: int | None) -> int:
    if k is None:
        k = 1
    box.n = k
    return box.n
