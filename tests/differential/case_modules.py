"""The hand-written modules of `cases/`: each law of the translation is exercised by some call in them."""

from __future__ import annotations

import copy
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from tests.differential.generator import FunctionModel, ModuleModel
from tests.differential.kinds import NONE
from tests.differential.outcomes import Ended, image
from tests.differential.proving import disagreements
from tests.differential.running import Loaded, Mismatch, Skipped, compare, repository
from verheal.contracts.core.image import inject
from verheal.contracts.core.stmt import Function
from verheal.contracts.lowering.program import Program
from verheal.contracts.obligations.generate import generate

FOLDER = Path(__file__).parent / "cases"


@dataclass
class Case:
    """One module: its calls by function name."""

    loaded: Loaded
    calls: dict[str, list[tuple[object, ...]]]

    def fresh(self) -> Case:
        """The same, with nothing lowered yet."""
        return Case(
            Loaded(self.loaded.model, Program(self.loaded.program.repository), self.loaded.namespace), self.calls
        )

    def failures(self, stop: bool = False) -> list[str]:
        """Calls whose outcomes are not shown to be alike; the first one only when `stop`."""
        found: list[str] = []
        sys.modules["m"] = self.loaded.namespace
        for name, calls in self.calls.items():
            for args in calls:
                result = self._one(name, args)
                if not isinstance(result, Ended):
                    found.append(f"{name}{args}: {result}")
                    if stop:
                        return found
        return found

    def lower_all(self) -> None:
        """Lower what is called, before something is broken."""
        for name in self.calls:
            self.loaded.lower(name)

    def formula_failures(self) -> list[str]:
        """Functions of which formula and interpreter say different things, on the inputs of the calls."""
        found: list[str] = []
        sys.modules["m"] = self.loaded.namespace
        for name, calls in self.calls.items():
            function = self.loaded.lower(name).function
            try:
                made = generate(function)
                for args in calls:
                    if wrong := disagreements(function, made, self._inputs(function, args)):
                        found += wrong
            except Exception as error:
                found.append(f"{name}: {type(error).__name__}: {error}")
        return found

    def _inputs(self, function: Function, args: tuple[object, ...]) -> dict[str, object]:
        known: dict[int, object] = {}
        names = [var.name for var in function.params]
        values = [image(arg, known) for arg in copy.deepcopy(args)]
        return inject(dict(zip(names, values, strict=True)), function.inputs, self.loaded.shapes(function.inputs))

    def _one(self, name: str, args: tuple[object, ...]) -> Ended | Skipped | Mismatch | str:
        model = FunctionModel(name, (), NONE, "")
        try:
            return compare(self.loaded, model, list(copy.deepcopy(args)))
        except Exception as error:
            return f"{type(error).__name__}: {error}"


def cases() -> list[Case]:
    """All modules of the folder."""
    return [read(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.py"))]


def read(text: str) -> Case:
    """The module of a text. The text is our own."""
    namespace = ModuleType("m")
    sys.modules["m"] = namespace
    exec(compile(text, "m.py", "exec"), namespace.__dict__)
    return Case(Loaded(ModuleModel(), Program(repository(text)), namespace), namespace.__dict__["CALLS"])
