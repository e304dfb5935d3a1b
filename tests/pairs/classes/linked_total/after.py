from typing import final


@final
class Node:
    def __init__(self, value: int, following: "Node | None") -> None:
        self.value = value
        self.following = following


def chain_total(head: Node | None) -> int:
    total = 0
    while head:
        total += head.value
        head = head.following
    return total
