# verheal: check
# subject: f
# expect: proved
# why: a dataclass compares by its fields, unless told not to
from dataclasses import dataclass


@dataclass
class Point:
    x: int


def f(a: int) -> bool:
    r = Point(a) == Point(a)
    assert r
    return r
