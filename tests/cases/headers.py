"""The comment header of a case file.

    # verheal: check
    # subject: f                              qualified name of the function that is judged
    # expect: proved                          or: refuted KIND, or: refuted KIND | KIND
    # allow: unknown                          only where deciding is known to be hard
    # witness: f([])                          of a refuted case: a call that fails so in CPython
    # why: ...                                for people
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
_LINE = re.compile(r"# (verheal|subject|expect|allow|witness|why): (.*)")
_KIND = re.compile(r"pre|post|invariant|loop-invariant|assert|type|raises|refinement|safety:[a-zA-Z][\w.]+")


@dataclass(frozen=True)
class Case:
    """One file. `kinds` is empty for a proved case; any one of them refuted meets a refuted case."""

    path: Path
    subject: str
    kinds: tuple[str, ...]
    allow_unknown: bool
    witness: str | None

    @property
    def name(self) -> str:
        return self.path.relative_to(HERE).as_posix()

    @property
    def is_yes(self) -> bool:
        return not self.kinds


def read(path: Path) -> Case:
    """Raises ValueError when the header is not understood: a case that expects nothing must not pass."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            break
        if match[1] in found:
            raise ValueError(f"{path}: {match[1]} is said twice")
        found[match[1]] = match[2].strip()
    if found.get("verheal") != "check" or not found.get("subject"):
        raise ValueError(f"{path}: no `# verheal: check` with a subject")
    if found.get("allow", "unknown") != "unknown":
        raise ValueError(f"{path}: only `allow: unknown` is known")
    kinds = _kinds(found.get("expect", ""), path)
    if path.name.startswith("no_" if not kinds else "yes_") or bool(kinds) != ("witness" in found):
        raise ValueError(f"{path}: name, expectation and witness do not fit together")
    return Case(path, found["subject"], kinds, "allow" in found, found.get("witness"))


def _kinds(expected: str, path: Path) -> tuple[str, ...]:
    if expected == "proved":
        return ()
    word, _, rest = expected.partition(" ")
    kinds = tuple(kind.strip() for kind in rest.split("|"))
    if word != "refuted" or not all(_KIND.fullmatch(kind) for kind in kinds):
        raise ValueError(f"{path}: expectation {expected!r} is not understood")
    return kinds


def all_cases() -> list[Case]:
    """Every case below this folder, in the order of their names."""
    return [read(path) for path in sorted(HERE.glob("*/*.py")) if path.name.startswith(("yes_", "no_"))]
