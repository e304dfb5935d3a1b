# verheal: check
# subject: f
# expect: refuted type
# witness: f(Box(0), None)
class Box:
    def __init__(self, n: int) -> None:
        self.n = n


def f(box: Box, k: int | None) -> int:
    if k is not None:
        k = 1
    box.n = k
    return box.n
