"""What was said in one call before: bugs often need two values that are equal, next to each other, or a sum apart.

Nothing here is trusted: whether an input counts is told by the run.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

AGAIN, EAGER = 0.3, 0.7  # of the ints of a call are made from earlier ones; so many where one of them is huge
SAID = 0.4  # of the texts and floats are earlier ones
FEW = (0, 1, 2, 3, 1, 2, 3, -1)
SAME = 0.6  # of these are the very same
MOST_BITS = 200
WIDEST = 70  # bits of an int of no particular size: wider than a double is exact, and than a machine word
LONGEST = 600  # characters or bytes of what has a length that stands in the code
LIMITS = (255, 256)  # lengths that a byte just holds, or does not


@dataclass(frozen=True)
class Said:
    """The ints, floats and texts of one call so far, as they were made."""

    ints: list[int] = field(default_factory=list)
    floats: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def number(said: list[int], random: Random, share: float) -> int | None:
    """An int made from those so far, in a `share` of the calls; else None."""
    if not said or random.random() >= share:
        return None
    one = random.choice(said)
    if random.random() < SAME:
        return one
    other = random.choice(said)
    made = random.choice(
        (one + 1, one - 1, -one, one + other, one - other, 2 * one, 2 * one - 1, one // 2, one * other)
    )
    return made if made.bit_length() <= MOST_BITS else one


def again(said: Sequence[str], random: Random) -> str | None:
    """One of the expressions so far, now and then; else None."""
    return random.choice(said) if said and random.random() < SAID else None


def wide(random: Random) -> int:
    """An int with any number of bits, as likely one as another."""
    return random.getrandbits(random.randint(8, WIDEST)) * random.choice((1, 1, -1))


def length(ints: Sequence[int], random: Random) -> int:
    """A length that stands in the code, or one that a byte holds no more."""
    return random.choice([*(number for number in ints if 3 < number <= LONGEST), *LIMITS])


def few(items: list[str], random: Random) -> list[str]:
    """As many items, of the first few values only: long rows whose items all meet a condition, and equal ones."""
    pool = items[: random.randint(1, 3)]
    return [random.choice(pool) for _ in items]


def in_order(items: list[str]) -> list[str]:
    """Literals in order where they are comparable; others as they were."""
    try:
        pairs = sorted(((ast.literal_eval(item), item) for item in items), key=lambda pair: pair[0])
    except (ValueError, TypeError, SyntaxError, RecursionError):
        return items
    return [text for _, text in pairs]
