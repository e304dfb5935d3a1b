"""Runs real code in real boxes; what this machine cannot do is skipped, not simulated."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from verheal.prover.isolation.model import LEVELS, Isolation, Level
from verheal.prover.isolation.probe import probe, try_level
from verheal.prover.run.interpreter import Interpreter, describe
from verheal.prover.run.job import ModuleRef
from verheal.prover.run.runner import CallLimits, Runner

WriteModule = Callable[..., ModuleRef]
FAST = CallLimits(call_cpu=0.5, call_wall=2.0, import_cpu=1.0, import_wall=3.0)


@pytest.fixture(scope="session")
def interpreter() -> Interpreter:
    return describe(sys.executable)


@pytest.fixture(scope="session")
def held() -> dict[Level, str]:
    """What each level answers when tried: '' when it holds."""
    return {level: "" if level == "rlimits" else try_level(level) for level in LEVELS}


@pytest.fixture(params=LEVELS)
def any_runner(request: pytest.FixtureRequest, interpreter: Interpreter, held: dict[Level, str]) -> Runner:
    level: Level = request.param
    if held[level]:
        pytest.skip(f"{level} does not hold here: {held[level]}")
    return Runner(interpreter, Isolation(level, ""), limits=FAST, wall_seconds=60)


@pytest.fixture(scope="session")
def runner(interpreter: Interpreter) -> Runner:
    return Runner(interpreter, probe(), limits=FAST, wall_seconds=60)


@pytest.fixture
def write_module(tmp_path: Path) -> WriteModule:
    """`write_module(text, name="m")` makes a module in a tree of its own."""

    def write(text: str, name: str = "m") -> ModuleRef:
        root = tmp_path / "tree"
        path = root.joinpath(*name.split(".")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return ModuleRef(str(root), name, str(path))

    return write
