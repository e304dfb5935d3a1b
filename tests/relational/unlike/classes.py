"""Pairs that differ: classes."""

from dataclasses import dataclass
from dataclasses import dataclass, field


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


@dataclass
class PDcdefault:
    xs: list[int] = field(default_factory=list)


def before_dcdefault(xs: list[int]) -> PDcdefault:
    return PDcdefault()


def after_dcdefault(xs: list[int]) -> PDcdefault:
    return PDcdefault([0])


class CProp:
    def __init__(self) -> None:
        self.a: int = 0
    @property
    def b(self) -> int:
        self.a += 1
        return self.a


def before_prop(c: CProp) -> int:
    return c.b + c.b


def after_prop(c: CProp) -> int:
    return 2 * c.b


class CEqm:
    def __init__(self) -> None:
        self.a: int = 0
    def __eq__(self, o: object) -> bool:
        self.a += 1
        return True


def before_eqm(c: CEqm, d: CEqm) -> bool:
    return c == d


def after_eqm(c: CEqm, d: CEqm) -> bool:
    return True


class CBoolm:
    def __bool__(self) -> bool:
        return False


def before_boolm(c: CBoolm) -> int:
    return 1 if c else 2


def after_boolm(c: CBoolm) -> int:
    return 1
