# verheal: check
# subject: f
# expect: refuted raises | safety:TypeError
# allow: unknown
# witness: f(Item())
# why: nobody else looks whether the default of a class body is what the annotation says

from dataclasses import dataclass


@dataclass
class Item:
    count: int = None


def f(item: Item) -> int:
    return item.count + 1
