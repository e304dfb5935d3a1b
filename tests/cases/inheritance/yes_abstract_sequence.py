# verheal: check
# subject: f
# expect: proved
from collections.abc import Sequence


class Bag(Sequence[int]):
    def __init__(self, held: list[int]) -> None:
        self.held = held

    def __getitem__(self, index: int) -> int:  # type: ignore[override]
        return self.held[index]

    def __len__(self) -> int:
        return len(self.held)


def f(bag: Bag) -> int:
    return bag[0] if bag else 0
