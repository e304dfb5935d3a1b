# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass


@dataclass
class Bag:
    items: list[int]


def f(bag: Bag, xs: list[int]) -> int:
    n = len(bag.items)
    xs.append(1)
    assert len(bag.items) >= n
    return n
