"""Concrete values of core types: int, bool, float, str, None, tuple, and what Python has no exact kind for.

References are ints; maps are those of `maps.py`. The keys of a map are compared by Python's `==`, which
confounds 0.0 with -0.0 and tells nan from nan: `as_key` gives every double a key of its own.
"""
from __future__ import annotations

import math
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.core.types import (
    BoolT,
    EnumT,
    FloatT,
    IntT,
    MapT,
    NoneT,
    StrT,
    TupleT,
    Type,
    UnionT,
    is_reference,
)


class NotExecutable(Exception):
    """The expression or statement has a meaning, but not one that can be computed here."""


@dataclass(frozen=True)
class Tagged:
    """A value as member `index` of a union."""

    index: int
    value: object


@dataclass(frozen=True)
class Opaque:
    """A value nothing is known of but which one it is."""

    number: int


@dataclass(frozen=True)
class Bits:
    """Key of the doubles that `==` does not tell apart or does not find again: -0.0 and NaN."""

    bits: int


NEGATIVE_ZERO = Bits(1 << 63)
NOT_A_NUMBER = Bits(0x7FF8 << 48)


def as_key(value: object) -> object:
    """The key that stands for a value in the entries of a map."""
    if isinstance(value, float):
        if value != value:
            return NOT_A_NUMBER
        return NEGATIVE_ZERO if value == 0.0 and math.copysign(1.0, value) < 0 else value
    if isinstance(value, tuple):
        return tuple(as_key(item) for item in value)
    return Tagged(value.index, as_key(value.value)) if isinstance(value, Tagged) else value


def from_key(key: object) -> object:
    """The value that `as_key` made the key from."""
    if isinstance(key, Bits):
        return float(struct.unpack(">d", struct.pack(">Q", key.bits))[0])
    if isinstance(key, tuple):
        return tuple(from_key(item) for item in key)
    return Tagged(key.index, from_key(key.value)) if isinstance(key, Tagged) else key


def same_value(left: object, right: object) -> bool:
    """Operator `eq`: on floats same bits but for NaN payload, on maps the same value at every key.

    Raises NotExecutable for maps given by a rule.
    """
    if isinstance(left, FiniteMap) and isinstance(right, FiniteMap):
        keys = set(left.entries) | set(right.entries)
        return same_value(left.default, right.default) and all(same_value(left[k], right[k]) for k in keys)
    if hasattr(left, "store") or hasattr(right, "store"):
        raise NotExecutable("equality of maps given by a rule")
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(same_value(a, b) for a, b in zip(left, right, strict=True))
    if isinstance(left, Tagged) and isinstance(right, Tagged):
        return left.index == right.index and same_value(left.value, right.value)
    return as_key(left) == as_key(right)


def zero(kind: Type) -> object:
    """Some value of the type. Raises NotExecutable where there is none."""
    match kind:
        case IntT():
            return 0
        case BoolT():
            return False
        case FloatT():
            return 0.0
        case StrT():
            return ""
        case NoneT():
            return None
        case TupleT(items):
            return tuple(zero(item) for item in items)
        case UnionT(members):
            return Tagged(0, zero(members[0]))
        case MapT(value=value):
            return FiniteMap(zero(value))
        case _ if is_reference(kind) or isinstance(kind, EnumT):
            return 0
        case _:
            # Of OpaqueT, and of NeverT, which only rows of empty containers have, where it is never read.
            return Opaque(0)


def finite_rows(values: Iterable[object]) -> tuple[FiniteMap, ...]:
    """The arguments as finite membership maps. Raises NotExecutable for others."""
    rows = tuple(value for value in values if isinstance(value, FiniteMap) and value.default is False)
    if len(rows) != len(tuple(values)):
        raise NotExecutable("a set that is not finite")
    return rows
