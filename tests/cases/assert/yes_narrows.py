# verheal: check
# subject: f
# expect: proved
from dataclasses import dataclass


@dataclass
class Node:
    value: int


def f(n: Node | None) -> int:
    assert n is not None
    return n.value
