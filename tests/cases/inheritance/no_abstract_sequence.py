# verheal: check
# subject: f
# expect: refuted safety:IndexError | raises
# witness: f(Bag([]))
from collections.abc import Sequence


class Bag(Sequence[int]):
    def __init__(self, held: list[int]) -> None:
        self.held = held

    def __getitem__(self, index: int) -> int:  # type: ignore[override]
        return self.held[index]

    def __len__(self) -> int:
        return len(self.held)


def f(bag: Bag) -> int:
    return bag[0] if bag is not None else 0
