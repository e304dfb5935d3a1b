# verheal: check
# subject: shown
# expect: proved
from enum import Enum, StrEnum


class Tone(StrEnum):
    LOW = "low"


class Key(Enum):
    A = "a"


def shown(x: Tone | Key) -> str:
    text = x.value
    if isinstance(x, str):
        assert isinstance(x, Tone)
        return text
    assert isinstance(x, Key)
    return text
