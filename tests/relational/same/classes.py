"""Pairs that do the same: classes."""

from dataclasses import dataclass


@dataclass
class PDcsame:
    xs: list[int]
    n: int


def before_dcsame(xs: list[int]) -> PDcsame:
    return PDcsame(xs, len(xs))


def after_dcsame(xs: list[int]) -> PDcsame:
    p = PDcsame([], 0)
    p.xs = xs
    p.n = len(xs)
    return p


class NodeLinked:
    def __init__(self, v: int, nxt: "NodeLinked | None") -> None:
        self.v = v
        self.nxt = nxt


def before_linked(n: NodeLinked) -> NodeLinked:
    return NodeLinked(1, n)


def after_linked(n: NodeLinked) -> NodeLinked:
    m = NodeLinked(2, None)
    m.v = 1
    m.nxt = n
    return m


class NodeLinked3:
    def __init__(self, v: int, nxt: "NodeLinked3 | None") -> None:
        self.v = v
        self.nxt = nxt


def before_linked3(n: NodeLinked3) -> NodeLinked3:
    return NodeLinked3(1, NodeLinked3(2, n))


def after_linked3(n: NodeLinked3) -> NodeLinked3:
    a = NodeLinked3(2, n)
    return NodeLinked3(1, a)
