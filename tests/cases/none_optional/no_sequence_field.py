# verheal: check
# subject: shown
# expect: refuted safety:TypeError | raises
# witness: shown(Hint(None))
from dataclasses import dataclass
from typing import Optional, Sequence


@dataclass
class Hint:
    others: Optional[Sequence[str]]


def shown(hint: Hint) -> str:
    if hint.others != []:
        return ", ".join(sorted(hint.others))
    return "none"
