# verheal: check
# subject: indent_of
# expect: refuted safety:ZeroDivisionError | raises
# witness: indent_of(Mark(0, ""))
# why: a mark may turn neither way
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
    return 60 // mark.turning
