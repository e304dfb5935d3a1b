"""Pairs of small functions: those that do the same are proved to, those that differ somewhere never are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.relational.sides import compared, program_of
from verheal.prover.relational import Sameness, Side

HERE = Path(__file__).parent


def pairs(folder: str) -> list[tuple[str, str]]:
    files = sorted((HERE / folder).glob("*.py"))
    programs = [(file.stem, program_of(file.read_text())) for file in files]
    return [
        (stem, function.qualname.removeprefix("before_"))
        for stem, program in programs
        for function in program.modules["m"].functions
        if function.qualname.startswith("before_")
    ]


def of_file(folder: str, stem: str, name: str) -> Sameness:
    program = program_of((HERE / folder / f"{stem}.py").read_text())
    return compared(Side(program, "m", f"before_{name}"), Side(program, "m", f"after_{name}"))


@pytest.mark.parametrize(("stem", "name"), pairs("same"))
def test_the_same_is_shown(stem: str, name: str) -> None:
    found = of_file("same", stem, name)
    assert found.shown, found.reason
    assert found.proved is None  # nothing was run


@pytest.mark.parametrize(("stem", "name"), pairs("unlike"))
def test_what_differs_is_never_shown(stem: str, name: str) -> None:
    found = of_file("unlike", stem, name)
    assert not found.shown
    assert found.reason
