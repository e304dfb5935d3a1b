"""The parameters of the constructor that `dataclasses` generates for a class."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from verheal.contracts.lowering.bindings import External
from verheal.contracts.source import model

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

PLAIN_WORDS = frozenset({"init", "frozen", "eq", "order", "slots", "repr", "unsafe_hash"})
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


def match_names(program: Program, node: ast.ClassDef, mro: tuple[str, ...]) -> tuple[str, ...] | None:
    """The `__match_args__` that a dataclass is given; None where options may make it others."""
    words = {word.arg for one in node.decorator_list if isinstance(one, ast.Call) for word in one.keywords}
    flags = [program.classes[key].dataclass_flags for key in mro]
    if not words <= PLAIN_WORDS or any(flag is not None and flag.kw_only for flag in flags):
        return None
    shape = _dataclass_fields(program, program.classes[mro[0]], mro[1:])
    for name, note, default in shape:
        options = options_of(program, mro, name, default) or {}
        odd = any(word in (note or "") for word in ("InitVar", "KW_ONLY", "ClassVar"))
        if odd or {"init", "kw_only", "**"} & set(options):
            return None
    return tuple(name for name, _, _ in shape)


def writes(program: Program, key: str, name: str) -> bool:
    """Does the body of the class define a function of this name?"""
    one = program.classes[key]
    return f"{one.qualname}.{name}" in one.methods


def field_options(program: Program, module: str, default: str | None) -> dict[str, ast.expr] | None:
    """The options of `dataclasses.field(...)`, by whatever name; None where the default is something else."""
    if default is None or "(" not in default:
        return None
    match ast.parse(default, mode="eval").body:
        case ast.Call(func=ast.Name() | ast.Attribute() as func, args=[], keywords=words):
            made = program.attribute(module, ast.unparse(func)) == External("dataclasses.field")
            return {word.arg or "**": word.value for word in words} if made else None
        case _:
            return None


def options_of(program: Program, mro: tuple[str, ...], name: str, default: str | None) -> dict[str, ast.expr] | None:
    """The same of a field of the generated constructor that stands first in the order."""
    return field_options(program, declarer(program, mro, name).partition(":")[0], default)


def declarer(program: Program, mro: tuple[str, ...], name: str) -> str:
    """Key of the dataclass in whose body the field of the generated constructor stands, last of all."""
    own = (k for k in mro if program.classes[k].is_dataclass)
    return next((k for k in own if any(i.name == name and i.annotation for i in program.classes[k].fields)), mro[0])
