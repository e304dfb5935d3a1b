"""The spelling of types in labels, read back: what `core.types.show` and `written` write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    STR,
    ClassT,
    DictT,
    ListT,
    OpaqueT,
    SetT,
    TupleT,
    Type,
    VariableT,
    join,
)

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

NAMES: tuple[tuple[str, Type], ...] = (
    ("Int", INT),
    ("Bool", BOOL),
    ("Float", FLOAT),
    ("Str", STR),
    ("None", NONE),
    ("Never", NEVER),
)
OPENING, CLOSING = "[<", "]>"


def arguments(program: Program, name: str) -> tuple[Type, ...] | None:
    """The types between the brackets of `head[A, B | C]`; None where they are not all known."""
    _, bracket, rest = name.partition("[")
    if not bracket or not rest.endswith("]") or "'" in name or '"' in name:
        return None
    return _all(program, _split(rest[:-1], ","))


def kind_of(program: Program, text: str) -> Type | None:
    """The type that is spelled so, opaque with its label where the core has none; None where a part is not known."""
    parts = _split(text, "|")
    if len(parts) > 1:
        found = _all(program, parts)
        return None if found is None else _joined(found, parts)
    return _one(program, text)


def _joined(kinds: tuple[Type, ...], parts: list[str]) -> Type:
    joined: Type = NEVER
    for kind in kinds:
        joined = join(joined, kind)
    return OpaqueT(tuple(sorted(parts))) if joined == OpaqueT() else joined


def _one(program: Program, text: str) -> Type | None:
    from verheal.contracts.lowering.enums import enum_type
    from verheal.contracts.lowering.library_entries import library_class

    if text.startswith("~"):
        return VariableT((text[1:],))
    if text in dict(NAMES):
        return dict(NAMES)[text]
    head, bracket, rest = text.partition("<")
    inner = rest.removesuffix(">")
    if not bracket or "[" in head:
        found = library_class(text)
        return OpaqueT((text,)) if found is None or program.derived(text) else found
    if head == "Class":
        return ClassT(inner) if inner in program.classes and not program.describe(inner).opaque else None
    if head == "Enum":
        return enum_type(program, inner)
    parts = _all(program, _split(inner, ","))
    match head, parts:
        case "Tuple", tuple():
            return TupleT(parts)
        case "List", (element,):
            return ListT(element)
        case "Set", (element,):
            return SetT(element)
        case "Dict", (key, value):
            return DictT(key, value)
        case "Union", tuple():
            return _joined(parts, _split(inner, ","))
        case _:
            return None


def _all(program: Program, parts: list[str]) -> tuple[Type, ...] | None:
    found = [kind_of(program, part) for part in parts]
    kept = tuple(kind for kind in found if kind is not None)
    return kept if len(kept) == len(found) and kept else None


def _split(text: str, by: str) -> list[str]:
    """The parts between separators that stand in no brackets."""
    parts, depth, start = list[str](), 0, 0
    for at, char in enumerate(text):
        depth += (char in OPENING) - (char in CLOSING)
        if char == by and not depth:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()]
