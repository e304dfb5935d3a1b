"""A stack that knows its minimum, and a singly linked list."""
from __future__ import annotations

from typing import Optional


class MinStack:
    """With each item goes the least of it and all items below."""

    def __init__(self, items: list[int]) -> None:
        self.items: list[tuple[int, int]] = []
        for item in items:
            low = min(item, self.items[-1][1]) if self.items else item
            self.items.append((item, low))
        assert self.is_valid()
        assert [item for item, _ in self.items] == items

    def is_valid(self) -> bool:
        items = self.items
        return all(items[i][1] == min(item for item, _ in items[: i + 1]) for i in range(len(items)))

    def push(self, item: int) -> None:
        assert self.is_valid()
        before = list(self.items)
        low = item
        if self.items and self.items[-1][0] < item:
            low = self.items[-1][0]
        self.items.append((item, low))
        assert self.is_valid()
        assert self.items[:-1] == before
        assert self.items[-1][0] == item

    def pop(self) -> int:
        assert self.is_valid()
        assert len(self.items) > 0
        before = list(self.items)
        item, low = self.items.pop()
        assert self.is_valid()
        assert self.items + [(item, low)] == before
        assert all(low <= other for other, _ in self.items)
        return item

    def minimum(self) -> int:
        assert self.is_valid()
        assert len(self.items) > 0
        low = self.items[-1][1]
        assert any(low == item for item, _ in self.items)
        assert all(low <= item for item, _ in self.items)
        return low


class Node:
    def __init__(self, value: int, next: Optional[Node] = None) -> None:
        self.value: int = value
        self.next: Optional[Node] = next


def values_of(head: Optional[Node]) -> list[int]:
    values = []
    while head is not None:
        values.append(head.value)
        head = head.next
    return values


def from_values(values: list[int]) -> Optional[Node]:
    head: Optional[Node] = None
    for value in reversed(values):
        head = Node(value, head)
    assert values_of(head) == values
    return head


def reverse(head: Optional[Node]) -> Optional[Node]:
    before = values_of(head)
    done: Optional[Node] = None
    while head is not None:
        rest = head.next
        head.next = done
        done, head = head, rest
    assert values_of(done) == before[::-1]
    return done


def total(head: Optional[Node]) -> int:
    if head is None:
        return 0
    result = head.value + total(head.next)
    assert result == sum(values_of(head))
    return result


def without(head: Optional[Node], value: int) -> Optional[Node]:
    """Unlink all nodes with the value."""
    before = values_of(head)
    while head is not None and head.value == value:
        head = head.next
    node = head
    while node is not None and node.next is not None:
        if node.next.value == value:
            node.next = node.next.next
        node = node.next
    assert values_of(head) == [v for v in before if v != value]
    return head
