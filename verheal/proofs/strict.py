"""Reading JSON without guessing: wrong, missing, doubled or additional data is an error."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import NoReturn, TypeVar

T = TypeVar("T")


class TranscriptError(ValueError):
    """A transcript is not what it has to be."""


@dataclass(frozen=True)
class Record:
    """A JSON object whose keys are exactly those expected. Every reader raises TranscriptError."""

    data: dict[str, object]

    def text(self, key: str) -> str:
        """A string."""
        value = self.data[key]
        if not isinstance(value, str):
            raise TranscriptError(f"{key}: a string is expected")
        return value

    def flag(self, key: str) -> bool:
        """true or false."""
        value = self.data[key]
        if not isinstance(value, bool):
            raise TranscriptError(f"{key}: true or false is expected")
        return value

    def whole(self, key: str) -> int:
        """An integer of at least 0; true and false are none."""
        value = self.data[key]
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise TranscriptError(f"{key}: a natural number is expected")
        return value

    def span(self, key: str) -> tuple[int, int, int, int]:
        """Four integers of at least 0: first line and column, last line and column."""
        value = self.data[key]
        if not isinstance(value, list) or len(value) != 4:
            raise TranscriptError(f"{key}: four natural numbers are expected")
        line, column, end_line, end_column = (Record({key: item}).whole(key) for item in value)
        return line, column, end_line, end_column

    def seconds(self, key: str) -> float:
        """A finite duration of at least 0."""
        value = self.data[key]
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) or value < 0:
            raise TranscriptError(f"{key}: a duration in seconds is expected")
        return float(value)

    def items(self, key: str, read: Callable[[object], T]) -> tuple[T, ...]:
        """A list, each entry read by `read`."""
        value = self.data[key]
        if not isinstance(value, list):
            raise TranscriptError(f"{key}: a list is expected")
        return tuple(read(item) for item in value)

    def maybe(self, key: str, read: Callable[[str], T]) -> T | None:
        """null, or what `read` reads under the same key."""
        return None if self.data[key] is None else read(key)


def record(value: object, keys: tuple[str, ...]) -> Record:
    """The JSON object with exactly these keys."""
    if not isinstance(value, dict):
        raise TranscriptError("an object is expected")
    if set(value) != set(keys):
        raise TranscriptError(f"keys are {sorted(value)}, expected {sorted(keys)}")
    return Record(value)


def string(value: object) -> str:
    """A string, as an entry of a list."""
    if not isinstance(value, str):
        raise TranscriptError("a string is expected")
    return value


def load(raw: str) -> object:
    """The JSON value of a text; doubled keys, NaN and infinities are errors."""
    try:
        value: object = json.loads(raw, object_pairs_hook=_object, parse_constant=_constant)
    except (ValueError, RecursionError) as error:
        raise TranscriptError(f"not a transcript: {error}") from error
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise TranscriptError("a key stands twice in one object")
    return result


def _constant(name: str) -> NoReturn:
    raise TranscriptError(f"{name} is no JSON number")
