# verheal: check
# subject: names
# expect: proved
from typing import Sequence


def names(given: Sequence[str] | str | None) -> list[str]:
    if isinstance(given, str):
        given = [given]
    return sorted(given or [])
