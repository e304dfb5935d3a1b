# verheal: check
# subject: f
# expect: refuted type
# witness: f(Version(""))
from typing import NamedTuple


class Pair(NamedTuple):
    first: str
    second: str | None


class Version:
    def __init__(self, text: str) -> None:
        self._pair = Pair(text, None)

    def second(self) -> str:
        return self._pair.second


def f(version: Version) -> str:
    return version.second()
