# verheal: check
# subject: double
# expect: refuted post
# witness: (lambda a: double([a, a]))(Item(1))
from dataclasses import dataclass

from icontract import ensure, snapshot


@dataclass
class Item:
    count: int


@snapshot(lambda items: [item.count for item in items], name="counts")
@ensure(lambda items, OLD: all(item.count == 2 * n for item, n in zip(items, OLD.counts)))
def double(items: list[Item]) -> None:
    for item in items:
        item.count *= 2
