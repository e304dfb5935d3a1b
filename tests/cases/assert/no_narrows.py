# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# witness: f(None)
from dataclasses import dataclass


@dataclass
class Node:
    value: int


def f(n: Node | None) -> int:
    assert n is None or n.value > 0
    return n.value
