# verheal: check
# subject: double
# expect: proved
from dataclasses import dataclass

from icontract import ensure, snapshot


@dataclass
class Item:
    count: int


@snapshot(lambda items: [item.count for item in items], name="counts")
@ensure(lambda items, OLD: len(items) == len(OLD.counts))
def double(items: list[Item]) -> None:
    for item in items:
        item.count *= 2
