# verheal: check
# subject: f
# expect: proved
# why: a field that is only ever given a named tuple is one
from typing import NamedTuple


class Pair(NamedTuple):
    first: str
    second: str | None


class Version:
    def __init__(self, text: str) -> None:
        self._pair = Pair(text, None)

    def second(self) -> str | None:
        return self._pair.second


def f(version: Version) -> str | None:
    return version.second()
