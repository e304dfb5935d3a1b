# verheal: check
# subject: below
# expect: proved
from enum import Enum


class Grade(Enum):
    """Members that say themselves what comes first."""

    LOW = 1
    HIGH = 2

    def __lt__(self, other: "Grade") -> bool:
        return self.value < other.value


def below(a: Grade, b: Grade) -> bool:
    return a.value <= b.value
