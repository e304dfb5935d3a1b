from typing import final


@final
class Node:
    def __init__(self, value: int, following: "Node | None") -> None:
        self.value = value
        self.following = following


def chain_total(head: Node | None) -> int:
    values: list[int] = []
    node = head
    while node is not None:
        values.append(node.value)
        node = node.following
    return sum(values)
