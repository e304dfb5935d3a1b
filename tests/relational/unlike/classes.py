"""Pairs that differ: classes."""

from dataclasses import dataclass


class ASubclass:
    pass


class BSubclass(ASubclass):
    pass


def before_subclass() -> ASubclass:
    return ASubclass()


def after_subclass() -> ASubclass:
    return BSubclass()


class E1Subexc(ValueError):
    pass


def before_subexc(x: int) -> int:
    raise ValueError


def after_subexc(x: int) -> int:
    raise E1Subexc


@dataclass
class PDcshare:
    xs: list[int]


def before_dcshare(xs: list[int]) -> PDcshare:
    return PDcshare(xs)


def after_dcshare(xs: list[int]) -> PDcshare:
    return PDcshare(xs[:])


class NodeLinked2:
    def __init__(self, v: int, nxt: "NodeLinked2 | None") -> None:
        self.v = v
        self.nxt = nxt


def before_linked2(n: NodeLinked2) -> NodeLinked2:
    return NodeLinked2(1, NodeLinked2(2, n))


def after_linked2(n: NodeLinked2) -> NodeLinked2:
    return NodeLinked2(1, NodeLinked2(3, n))
