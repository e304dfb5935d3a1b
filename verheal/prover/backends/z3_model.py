"""Models of z3 as plain data, which can cross a process border.

Values: int, bool, float and str as themselves; `Made(constructor, arguments)` for datatypes;
`Table(default, entries)` for maps; `Element(name)` for sorts without structure.
"""
from __future__ import annotations

import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verheal.prover.run import whole

if TYPE_CHECKING:
    import z3

# A map whose rule is not a finite table is read at the numbers of the model and at the first positions.
POSITIONS = 24


@dataclass(frozen=True)
class Made:
    """A value of a datatype."""

    constructor: str
    arguments: tuple[Plain, ...] = ()


@dataclass(frozen=True)
class Table:
    """A map: pairs of key and value, and the value everywhere else."""

    default: Plain
    entries: tuple[tuple[Plain, Plain], ...] = ()


@dataclass(frozen=True)
class Element:
    """An element of a sort that has nothing but identity."""

    name: str


Plain = int | bool | float | str | Made | Table | Element
PlainModel = Mapping[str, Plain]


class Unreadable(Exception):
    """A value of the model has no plain form."""


def plain_model(model: z3.ModelRef, asked: Sequence[Any] = ()) -> PlainModel:
    """The values of all constants; those that have no plain form are left out. `asked` is what it is a model of."""
    found: dict[str, Plain] = {}
    reader = _Reader(model, asked)
    for declaration in model.decls():
        if declaration.arity() == 0 and declaration.name().startswith("x"):
            try:
                found[declaration.name()] = reader.read(declaration())
            except Unreadable:
                continue
    return found


class _Entries:
    """Pairs of a map under way; the first of a key counts. Keys by their text: 0.0 is not -0.0, nan is
    nan.
    """

    def __init__(self) -> None:
        self.pairs: dict[str, tuple[Plain, Plain]] = {}

    def add(self, key: Plain, stored: Plain) -> None:
        self.pairs.setdefault(repr(key), (key, stored))

    def over(self, default: Plain) -> Table:
        return Table(default, tuple(self.pairs.values()))


class _Reader:
    """Reads values under one model."""

    def __init__(self, model: z3.ModelRef, asked: Sequence[Any]) -> None:
        self.model, self.asked = model, asked
        self._keys: dict[str, list[Any]] | None = None

    def read(self, term: Any) -> Plain:
        """The value of a term. Raises Unreadable."""
        import z3

        value = self.model.eval(term, model_completion=True)
        if z3.is_int_value(value):
            return whole.read(value.as_string())
        if z3.is_true(value) or z3.is_false(value):
            return bool(z3.is_true(value))
        if z3.is_fp_value(value):
            return _double(value)
        if z3.is_string_value(value):
            return unescaped(value.as_string())
        if value.sort_kind() == z3.Z3_DATATYPE_SORT and z3.is_app(value):
            return Made(value.decl().name(), tuple(self.read(part) for part in value.children()))
        if value.sort_kind() == z3.Z3_ARRAY_SORT:
            return self._table(value)
        if value.sort_kind() == z3.Z3_UNINTERPRETED_SORT:
            return Element(str(value))
        raise Unreadable(str(value.sort()))

    def _table(self, value: Any) -> Table:
        import z3

        entries = _Entries()
        while z3.is_store(value):
            inner, key, stored = value.children()
            entries.add(self.read(key), self.read(stored))
            value = inner
        if z3.is_K(value):
            default = self.read(value.arg(0))
            if default is True:
                # Membership nearly everywhere: of a finite set the keys that the model speaks of are shown.
                for key in self._literals(value.sort().domain()):
                    entries.add(self.read(key), True)
            return entries.over(default)
        if z3.is_app(value) and value.decl().kind() == z3.Z3_OP_AS_ARRAY:
            return self._function(value, entries)
        return self._sampled(value, entries)

    def _function(self, value: Any, entries: _Entries) -> Table:
        import z3

        rule = self.model[z3.get_as_array_func(value)]
        if rule is None or z3.is_var(rule.else_value()) or _has_variable(rule.else_value()):
            return self._sampled(value, entries)
        for index in range(rule.num_entries()):
            entry = rule.entry(index)
            entries.add(self.read(entry.arg_value(0)), self.read(entry.value()))
        return entries.over(self.read(rule.else_value()))

    def _sampled(self, value: Any, entries: _Entries) -> Table:
        import z3

        for key in self._samples(value.sort().domain()):
            entries.add(self.read(key), self.read(z3.Select(value, key)))
        if not entries.pairs:
            raise Unreadable("a map without known keys")
        return entries.over(_most_common([stored for _, stored in entries.pairs.values()]))

    def _samples(self, sort: Any) -> list[Any]:
        import z3

        found = self._literals(sort)
        if sort.kind() == z3.Z3_INT_SORT:
            found = found + [z3.IntVal(i, ctx=sort.ctx) for i in range(POSITIONS)]
        return found

    def _literals(self, sort: Any) -> list[Any]:
        """The literals of the sort that occur in the model or in what was asked, the first few."""
        if self._keys is None:
            self._keys = {}
            for term in _literals(self.model, self.asked):
                self._keys.setdefault(str(term.sort()), []).append(term)
        return self._keys.get(str(sort), [])[:POSITIONS]


def _has_variable(term: Any) -> bool:
    import z3

    return z3.is_var(term) or z3.is_quantifier(term) or any(_has_variable(part) for part in term.children())


def _literals(model: z3.ModelRef, asked: Sequence[Any]) -> list[Any]:
    """The literals that occur in the values of a model, and then those of what was asked."""
    import z3

    found: dict[str, Any] = {}
    stack: list[Any] = list(asked)
    seen = set[int]()
    for declaration in model.decls():
        rule = model[declaration]
        if isinstance(rule, z3.FuncInterp):
            stack += [part for row in rule.as_list() for part in (row if isinstance(row, list) else [row])]
        else:
            stack.append(rule)
    while stack:
        term = stack.pop()
        if z3.is_int_value(term) or z3.is_string_value(term) or z3.is_fp_value(term):
            found.setdefault(f"{term.sort()} {term}", term)
        elif z3.is_expr(term) and term.get_id() not in seen:
            seen.add(term.get_id())
            stack += term.children()
    return list(found.values())


def _most_common(values: list[Plain]) -> Plain:
    return max(values, key=values.count)


def _double(value: Any) -> float:
    if value.isNaN():
        return float("nan")
    if value.isInf():
        return float("-inf") if value.isNegative() else float("inf")
    bits = int(value.sign()) << 63 | value.exponent_as_long(True) << 52 | value.significand_as_long()
    return float(struct.unpack(">d", struct.pack(">Q", bits))[0])


def unescaped(text: str) -> str:
    """The string that z3 writes with \\u{...} escapes."""
    return re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda match: chr(int(match[1], 16)), text)
