"""Contracts of the classes that a module may meet, and calls for models of objects with history."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from verheal.contracts.core.image import Instance
from verheal.contracts.lowering.program import Program
from verheal.contracts.source.repository import read_repository
from verheal.prover.belongings import class_contracts
from verheal.prover.calls import Callee, GiveUp, Parameter, write_call
from verheal.prover.run.scopes import Universe
from verheal.prover.witnesses import _class_info

SHAPES = '''
from dataclasses import dataclass
from abc import ABC, abstractmethod

class Sheet:
    """
    inv: self.width >= 0
    """
    def __init__(self, width: int, note: str = "") -> None:
        """
        pre: width >= 0
        """
        self.width: int = width
        self._note = note
        self.area = width * width
        self.next: "Sheet | None" = None

    def fold(self, times: int) -> None:
        """
        pre: times > 0
        """

class Wide(Sheet):
    pass

class Free:
    pass

class Abstract(ABC):
    def __init__(self, x: int) -> None:
        self.x = x
    @abstractmethod
    def go(self) -> int: ...

class Opaque:
    def __init__(self, unknown, x: int) -> None:
        self.x = x

class Private:
    def __init__(self, size: int) -> None:
        self._size = size
'''
USER = "from shapes import Sheet\n\ndef f(x: Sheet) -> int:\n    return 1\n"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    (tmp_path / "shapes.py").write_text(SHAPES)
    (tmp_path / "user.py").write_text(USER)
    (tmp_path / "alone.py").write_text("def f(x: int) -> int:\n    return 1\n")
    return Program(read_repository([tmp_path]))


def test_contracts_of_imported_classes_with_what_they_inherit(program: Program) -> None:
    found = {one.name: one for one in class_contracts(program, program.modules["user"])}
    assert set(found) == {"Sheet", "Wide"}
    assert [c.expression for c in found["Sheet"].invariants] == ["self.width >= 0"]
    assert [c.expression for c in found["Wide"].invariants] == ["self.width >= 0"]
    assert {name: [c.expression for c in of] for name, of in found["Sheet"].methods.items()} == {
        "__init__": ["width >= 0"],
        "fold": ["times > 0"],
    }


def test_a_module_that_imports_no_contracts_needs_none(program: Program) -> None:
    assert class_contracts(program, program.modules["alone"]) == ()


def written(program: Program, name: str, fields: dict[str, Any]) -> str:
    universe = Universe(program.repository)
    info = _class_info(program, universe, program.modules["shapes"], f"shapes:{name}", 1, {})
    assert info is not None
    return write_call({"x": Instance(f"shapes:{name}", fields)}, Callee("f", (Parameter("x", "x"),)), (info,)).call


def test_objects_of_models_come_from_constructors_and_only_annotated_fields_are_set(program: Program) -> None:
    fields = {"width": 3, "_note": "n", "area": 8, "next": None}
    assert written(program, "Sheet", fields) == (
        "(lambda a: (setattr(a, 'next', None), f(a))[-1])(Sheet(width=3, note='n'))"
    )
    assert written(program, "Private", {"_size": 3}) == "f(Private(size=3))"


@pytest.mark.parametrize("name", ["Abstract", "Opaque"])
def test_a_class_that_cannot_be_made_has_no_calls(program: Program, name: str) -> None:
    universe = Universe(program.repository)
    info = _class_info(program, universe, program.modules["shapes"], f"shapes:{name}", 1, {})
    if info is not None:
        with pytest.raises(GiveUp):
            written(program, name, {"x": 1})


def test_a_field_without_an_annotation_of_its_own_is_not_set(program: Program) -> None:
    universe = Universe(program.repository)
    info = _class_info(program, universe, program.modules["shapes"], "shapes:Sheet", 1, {})
    assert info is not None and {"width", "next"} <= info.settable and "area" not in info.settable
