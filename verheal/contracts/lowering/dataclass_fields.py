"""The parameters of the constructor that `dataclasses` generates for a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verheal.contracts.source import model

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

Shape = tuple[tuple[str, str | None, str | None], ...]


def constructor(program: Program, mro: tuple[str, ...]) -> Shape | None:
    """(field, annotation, default) of the generated constructor that a call of the class runs, or None.

    `mro` is the method resolution order of the class.
    """
    for key in mro:
        one = program.classes[key]
        if writes(program, key, "__init__"):
            return None
        if one.dataclass_flags is not None and one.dataclass_flags.init:
            return _dataclass_fields(program, one, mro[mro.index(key) + 1 :])
    return None


def _dataclass_fields(program: Program, one: model.Class, above: tuple[str, ...]) -> Shape:
    """The fields of a dataclass, those of the dataclass above it first."""
    inherited: Shape = ()
    nearest = next((k for k in above if program.classes[k].is_dataclass), None)
    if nearest is not None:
        inherited = _dataclass_fields(program, program.classes[nearest], above[above.index(nearest) + 1 :])
    own = {item.name: (item.name, item.annotation, item.default) for item in one.fields if item.annotation}
    own = {
        name: item
        for name, item in own.items()
        if not str(item[1]).strip("\"'").startswith(("ClassVar", "typing.ClassVar"))
    }
    kept = tuple(own.get(item[0], item) for item in inherited)
    taken = {item[0] for item in kept}
    return kept + tuple(item for name, item in own.items() if name not in taken)


def writes(program: Program, key: str, name: str) -> bool:
    """Does the body of the class define a function of this name?"""
    one = program.classes[key]
    return f"{one.qualname}.{name}" in one.methods
