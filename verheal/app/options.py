"""What a `check` is told, and what it tells while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ISOLATIONS = ("auto", "os", "rlimits", "off")


@dataclass(frozen=True)
class SkipRule:
    """Configuration that switches off what matches. `path` is a glob, `function` a qualified name or glob."""

    path: str
    function: str = "*"
    reason: str = ""


@dataclass(frozen=True)
class CheckOptions:
    """Everything `check` needs to know. `budget` is CPU seconds for one function."""

    root: Path = Path(
        "."
    )  # where the configuration was found; reported paths are relative to the current directory
    functions: tuple[str, ...] = ()  # qualified names or globs; empty means all
    exclude: tuple[str, ...] = ()
    python: str | None = None  # interpreter with the user's dependencies; None: find it
    jobs: int = 0  # 0: one per core
    budget: float = 10.0
    isolation: str = "auto"  # one of ISOLATIONS
    cache: bool = True
    cache_dir: Path | None = None  # None: .verheal under root
    skip: tuple[SkipRule, ...] = ()
    since: str | None = None  # a revision: only what has changed since is reported
    corroborate: bool = False  # ask cvc5 about what z3 has proved
    suggests: bool = False  # tell the loop invariants that were found
    seeds: int = 0  # ask for each proof again under so many random seeds


@dataclass(frozen=True)
class Progress:
    """How far the run is. `phase` is a word for people: reading, lowering, proving, replaying."""

    phase: str
    done: int
    total: int
    subject: str = ""
    refuted: int = 0


@dataclass(frozen=True)
class ExplainOptions:
    """`paths` are searched for the obligation; empty means those of the configuration."""

    paths: tuple[str, ...] = (".",)
    check: CheckOptions = CheckOptions()
