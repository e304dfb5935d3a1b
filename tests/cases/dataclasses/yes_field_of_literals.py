# verheal: check
# subject: indent_of
# expect: proved
# why: a field of literals holds one of those that are listed, and all that is stored in it is
from dataclasses import dataclass
from typing import Literal


@dataclass
class Mark:
    turning: Literal[-1, 0, 1]
    tag: str


def close(mark: Mark) -> None:
    mark.turning = -1


def indent_of(mark: Mark) -> int:
    if mark.turning < 0:
        return 0
    return 60 // (mark.turning + 1)
