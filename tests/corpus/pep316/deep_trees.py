"""Binary search trees without recursion."""
from __future__ import annotations

from typing import Optional


class Tree:
    def __init__(self, value: int, left: Optional[Tree] = None, right: Optional[Tree] = None) -> None:
        self.value: int = value
        self.left: Optional[Tree] = left
        self.right: Optional[Tree] = right


def in_order(tree: Optional[Tree]) -> list[int]:
    values: list[int] = []
    waiting: list[Tree] = []
    while tree is not None or waiting:
        while tree is not None:
            waiting.append(tree)
            tree = tree.left
        node = waiting.pop()
        values.append(node.value)
        tree = node.right
    return values


def ascends(values: list[int]) -> bool:
    """
    post: __return__ == all(values[i] < values[i + 1] for i in range(len(values) - 1))
    """
    for i in range(1, len(values)):
        if values[i - 1] >= values[i]:
            return False
    return True


def size(tree: Optional[Tree]) -> int:
    """
    post: __return__ == len(in_order(tree))
    """
    count = 0
    stack = [tree]
    while stack:
        node = stack.pop()
        if node is None:
            continue
        count += 1
        stack.append(node.left)
        stack.append(node.right)
    return count


def contains(tree: Optional[Tree], value: int) -> bool:
    """
    pre: ascends(in_order(tree))
    post: __return__ == (value in in_order(tree))
    """
    node = tree
    while node is not None and node.value != value:
        node = node.left if value < node.value else node.right
    return node is not None


def insert(tree: Optional[Tree], value: int) -> Tree:
    """
    pre: ascends(in_order(tree))
    post[tree]: ascends(in_order(__return__))
    post[tree]: set(in_order(__return__)) == set(in_order(__old__.tree)) | {value}
    """
    if tree is None:
        return Tree(value)
    node = tree
    while node.value != value:
        if value < node.value:
            if node.left is None:
                node.left = Tree(value)
            node = node.left
        else:
            if node.right is None:
                node.right = Tree(value)
            node = node.right
    return tree


def count_below(tree: Optional[Tree], bound: int) -> int:
    """
    pre: ascends(in_order(tree))
    post: __return__ == sum(1 for value in in_order(tree) if value < bound)
    """
    count = 0
    node = tree
    while node is not None:
        if node.value < bound:
            count += 1
            node = node.right
        else:
            node = node.left
    return count
