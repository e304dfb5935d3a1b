"""Sorts of core types, and the functions that have no definition: declared on demand, named by first use."""
from __future__ import annotations

from verheal.contracts.core.types import (
    OPAQUE,
    BoolT,
    EnumT,
    FloatT,
    IntT,
    MapT,
    NeverT,
    NoneT,
    OpaqueT,
    StrT,
    TupleT,
    Type,
    UnionT,
    is_reference,
    show,
)
from verheal.contracts.smt.literals import Unprintable

BASIC: dict[type, str] = {IntT: "Int", EnumT: "Int", BoolT: "Bool", FloatT: "(_ FloatingPoint 11 53)", StrT: "String"}


class Sorts:
    """Names and declarations of the sorts and functions of one text.

    A tuple is a datatype of one constructor `T0.mk` with selectors `T0.0`, `T0.1` ...; a union has a
    constructor `U0.i` with selector `U0.i.get` per member, and a bare `U0.i` for None, so that tests on
    it are equations.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._names: dict[Type, str] = {}
        self._functions: dict[tuple[str, tuple[str, ...]], str] = {}

    def text(self, kind: Type) -> str:
        """The sort of a type, declared. Raises Unprintable for types that never reach a formula."""
        basic = BASIC.get(type(kind))
        if basic:
            return basic
        if is_reference(kind):
            return "Int"
        if isinstance(kind, MapT):
            return f"(Array {self.text(kind.key)} {self.text(kind.value)})"
        if isinstance(kind, OpaqueT):
            kind = OPAQUE
        if kind not in self._names:
            self._names[kind] = self._declare(kind)
        return self._names[kind]

    def _declare(self, kind: Type) -> str:
        match kind:
            case NoneT():
                self.lines.append("(declare-datatype NoneT ((none)))")
                return "NoneT"
            case OpaqueT() | NeverT():
                name = type(kind).__name__
                self.lines.append(f"(declare-sort {name} 0)")
                return name
            case TupleT(items):
                sorts = [self.text(item) for item in items]
                name = self._fresh("T")
                fields = "".join(f" ({name}.{i} {sort})" for i, sort in enumerate(sorts))
                self.lines.append(f"(declare-datatype {name} (({name}.mk{fields})))")
                return name
            case UnionT(members):
                sorts = [self.text(member) for member in members]
                name = self._fresh("U")
                parts = (
                    f"({name}.{i})" if isinstance(member, NoneT) else f"({name}.{i} ({name}.{i}.get {sort}))"
                    for i, (member, sort) in enumerate(zip(members, sorts, strict=True))
                )
                self.lines.append(f"(declare-datatype {name} ({' '.join(parts)}))")
                return name
            case _:
                raise Unprintable(f"a value of type {show(kind)}")

    def _fresh(self, letter: str) -> str:
        return f"{letter}{sum(name[0] == letter and name[1:].isdigit() for name in self._names.values())}"

    def function(self, base: str, arguments: tuple[Type, ...], result: Type) -> str:
        """Name of the uninterpreted function `base` at these types, declared."""
        sorts = tuple(self.text(kind) for kind in arguments)
        key = (base, sorts)
        if key not in self._functions:
            twins = sum(known == base for known, _ in self._functions)
            name = f"{base}.{twins}"
            self._functions[key] = name
            self.lines.append(f"(declare-fun {name} ({' '.join(sorts)}) {self.text(result)})")
        return self._functions[key]
