"""What a worker is told: once about the run, then about one function at a time."""

from __future__ import annotations

from dataclasses import dataclass

from verheal.prover.isolation.model import Isolation
from verheal.prover.run.interpreter import Interpreter

BACKENDS = ("search", "z3", "crosshair", "hypothesis")


@dataclass(frozen=True)
class Setting:
    """One run. `budget` is CPU seconds for one function; `runs_code` False means that nothing is executed.

    `cache_folder` is where the solver's answers and the long parts of reports are kept, or None. `scratch` is
    a folder for the run, in which boxes that stay are made; None: every request gets a box of its own.
    """

    tree: str
    interpreter: Interpreter
    isolation: Isolation
    budget: float = 10.0
    cache_folder: str | None = None
    runs_code: bool = True
    backends: tuple[str, ...] = BACKENDS
    memory_bytes: int = 2 << 30
    scratch: str | None = None


@dataclass(frozen=True)
class Task:
    """One function. `closure` is its closure key, `report_key` the key of its report in the cache."""

    key: str
    closure: str
    report_key: str = ""
    touches_world: bool = False
    why_effects: str = ""
