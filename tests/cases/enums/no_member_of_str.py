# verheal: check
# subject: shown
# expect: refuted assert
# witness: shown(Tone.LOW)
from enum import Enum, StrEnum


class Tone(StrEnum):
    LOW = "low"


class Key(Enum):
    A = "a"


def shown(x: Tone | Key) -> str:
    text = x.value
    if not isinstance(x, str):
        assert isinstance(x, Tone)
        return text
    assert isinstance(x, Key)
    return text
