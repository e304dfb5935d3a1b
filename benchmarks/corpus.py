"""The labelled corpus, and how an answer about one of its functions is scored."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from measure import ROOT

CORPUS = ROOT / "tests" / "corpus"


@dataclass(frozen=True)
class Entry:
    """One labelled function. `what` is the kind of obligation that fails in a `wrong` one; `part` names the file of
    labels it stands in: labels.json is the first part, labels_deep.json the deep one.
    """

    path: str
    function: str
    dialect: str
    label: str
    what: str | None
    part: str

    @property
    def name(self) -> str:
        return f"{self.path.removeprefix('tests/corpus/')}:{self.function}"


class Said(StrEnum):
    """What a tool says of a function."""

    PROVED = "proved"  # or confirmed over all paths
    REFUTED = "refuted"
    UNDECIDED = "undecided"


class Score(StrEnum):
    RIGHT = "right"
    UNDECIDED = "undecided"
    FALSE_PROVED = "false proved"
    FALSE_REFUTED = "false refuted"


@dataclass(frozen=True)
class Answer:
    """`why` is the tool's own words; `kinds` are those of the obligations it refuted, where it names them; `cpu` its
    seconds for this function, where it tells them.
    """

    said: Said
    why: str = ""
    kinds: tuple[str, ...] = ()
    cpu: float | None = None


@dataclass(frozen=True)
class ToolResult:
    """All answers of one tool. A function that it has no answer for counts as undecided."""

    tool: str
    versions: Mapping[str, str]
    answers: Mapping[str, Answer]
    cpu: float
    wall: float
    troubles: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


def load(only: str = "", part: str = "") -> tuple[Entry, ...]:
    """The entries whose path or name contains `only`, of one part or of all."""
    entries = (entry for file in sorted(CORPUS.glob("labels*.json")) for entry in _entries(file))
    return tuple(entry for entry in entries if only in entry.name and part in ("", entry.part))


def _entries(file: Path) -> Iterator[Entry]:
    part = file.stem.removeprefix("labels").removeprefix("_") or "first"
    for row in json.loads(file.read_text(encoding="utf-8")):
        yield Entry(row["path"], row["function"], row["dialect"], row["label"], row["what"], part)


def by_path(entries: tuple[Entry, ...]) -> dict[Path, tuple[Entry, ...]]:
    paths = dict.fromkeys(ROOT / entry.path for entry in entries)
    return {path: tuple(e for e in entries if ROOT / e.path == path) for path in paths}


def score(entry: Entry, answer: Answer) -> Score:
    match answer.said, entry.label:
        case (Said.PROVED, "right") | (Said.REFUTED, "wrong"):
            return Score.RIGHT
        case Said.PROVED, _:
            return Score.FALSE_PROVED
        case Said.REFUTED, _:
            return Score.FALSE_REFUTED
        case _:
            return Score.UNDECIDED


def scores(entries: tuple[Entry, ...], answers: Mapping[str, Answer]) -> Counter[Score]:
    nothing = Answer(Said.UNDECIDED, "no answer")
    return Counter(score(entry, answers.get(entry.name, nothing)) for entry in entries)
