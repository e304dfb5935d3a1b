# verheal: check
# subject: f
# expect: proved
# why: nobody else looks whether the default of a class body is what the annotation says

from dataclasses import dataclass


@dataclass
class Item:
    count: int = 0


def f(item: Item) -> int:
    return item.count + 1
