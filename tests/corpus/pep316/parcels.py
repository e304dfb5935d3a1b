"""Loading parcels."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")


class Weighed(Protocol):
    weight: int


@dataclass
class Parcel:
    weight: int
    label: str = ""


def loaded(parcels: list[Weighed], limit: int) -> int:
    """Weight taken on board, in order, up to the limit.

    pre: limit >= 0
    post: __return__ <= limit
    """
    total = 0
    for parcel in parcels:
        total += parcel.weight
        if total >= limit:
            break
    return total


def missing(wanted: list[str], packed: list[str]) -> list[str]:
    """
    post: len(__return__) <= len(wanted)
    """
    short = Counter(wanted) - Counter(packed)
    return list(short.elements())


def usual_label(parcels: list[Parcel]) -> str:
    """
    post: any(p.label == __return__ for p in parcels)
    """
    counts = Counter(p.label for p in parcels if p.label)
    return counts.most_common(1)[0][0]


def last_or(items: list[T], default: T) -> T:
    """
    post: __return__ is default or __return__ is items[-1]
    """
    return items[-1] if items else default
