# verheal: check
# subject: shown
# expect: proved
from dataclasses import dataclass
from typing import Optional, Sequence


@dataclass
class Hint:
    others: Optional[Sequence[str]]


def shown(hint: Hint) -> str:
    if hint.others:
        return ", ".join(sorted(hint.others))
    return "none"
