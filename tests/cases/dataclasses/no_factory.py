# verheal: check
# subject: f
# expect: refuted assert
# witness: f()
# why: each object gets a list of its own
from dataclasses import dataclass, field

SHARED: list[int] = []


@dataclass
class Bag:
    items: list[int] = field(default_factory=lambda: SHARED)


def f() -> int:
    a = Bag()
    b = Bag()
    a.items.append(1)
    assert len(b.items) == 0
    return len(a.items)
