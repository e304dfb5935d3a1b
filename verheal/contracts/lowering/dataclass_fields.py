"""The parameters of the constructor that `dataclasses` generates for a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verheal.contracts.source import model

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program


def constructor(program: Program, one: model.Class) -> tuple[tuple[str, str | None, str | None], ...] | None:
    """(field, annotation, default) of the generated constructor that a call of the class runs, or None."""
    if f"{one.qualname}.__init__" in one.methods:
        return None
    if one.dataclass_flags is not None and one.dataclass_flags.init:
        return _dataclass_fields(program, one, frozenset())
    above = _parent(program, one)
    return program.describe(above.key).constructor if above is not None else None


def _parent(program: Program, one: model.Class) -> model.Class | None:
    from verheal.contracts.lowering.program import ClassRef

    bases = (program.attribute(one.module, base.partition("[")[0]) for base in one.bases)
    return next((program.classes[base.key] for base in bases if isinstance(base, ClassRef)), None)


def _dataclass_fields(
    program: Program, one: model.Class, seen: frozenset[str]
) -> tuple[tuple[str, str | None, str | None], ...]:
    above = _parent(program, one)
    inherited: tuple[tuple[str, str | None, str | None], ...] = ()
    if above is not None and above.key not in seen:
        inherited = _dataclass_fields(program, above, seen | {one.key})
    if not one.is_dataclass:
        return inherited
    own = {item.name: (item.name, item.annotation, item.default) for item in one.fields if item.annotation}
    own = {
        name: item
        for name, item in own.items()
        if not str(item[1]).strip("\"'").startswith(("ClassVar", "typing.ClassVar"))
    }
    kept = tuple(own.get(item[0], item) for item in inherited)
    taken = {item[0] for item in kept}
    return kept + tuple(item for name, item in own.items() if name not in taken)
