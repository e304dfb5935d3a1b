"""What a confined command may use: plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Level = Literal["bubblewrap", "landlock", "rlimits"]
LEVELS: tuple[Level, ...] = ("bubblewrap", "landlock", "rlimits")
OS_LEVELS: tuple[Level, ...] = ("bubblewrap", "landlock")  # enough for functions that touch the world


@dataclass(frozen=True)
class Isolation:
    """The strongest level that was tried and held. `detail` tells people why the stronger ones did not."""

    level: Level
    detail: str

    @property
    def enough_for_effects(self) -> bool:
        """Whether a function that touches files or the network may run (design: only under OS isolation)."""
        return self.level in OS_LEVELS


@dataclass(frozen=True)
class Limits:
    """Limits of one command, in seconds and bytes; `cpu_seconds` is per process, `wall_seconds` a
    backstop."""

    cpu_seconds: int = 60
    wall_seconds: float = 120.0
    memory_bytes: int = 1_500_000_000
    file_bytes: int = 16 << 20
    open_files: int = 256


@dataclass(frozen=True)
class Box:
    """One command's surroundings. `scratch` is an empty directory: the only place it may write.

    `readable` are the paths it may read besides the system's libraries; everything else is hidden.
    `processes` allows it to start processes (verheal's own supervisor does; code under test never).
    """

    scratch: str
    readable: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    processes: bool = False
    hash_seed: int = 0


@dataclass(frozen=True)
class Command:
    """What to give to `subprocess`: complete, nothing inherited."""

    argv: tuple[str, ...]
    env: dict[str, str]
    cwd: str
    wall_seconds: float
