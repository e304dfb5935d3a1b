"""What a condition of a function may speak of: its result and parameters with their types, and constants."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from verheal.contracts.core.types import (
    FLOAT,
    INT,
    NONE,
    STR,
    ClassT,
    DictT,
    FloatT,
    IntT,
    ListT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
    UnionT,
)
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.program import Program
from verheal.contracts.source.model import Function, Module, ParameterKind

RESULT = "__return__"
MOST_FIELDS = 6  # of one class
SPOKEN = frozenset({"len", "all", "min", "max", "sum", "sorted", "abs", "isinstance"})
BY_NAME: dict[str, Type] = {"int": INT, "float": FLOAT, "str": STR, "NoneType": NONE}


@dataclass(frozen=True)
class Term:
    """An expression and the type of its value. `guard` is a condition under which it has this type, or ""."""

    text: str
    kind: Type
    guard: str = ""

    @property
    def number(self) -> bool:
        return isinstance(self.kind, IntT | FloatT)

    @property
    def sized(self) -> bool:
        """Has it a length that its type does not tell?"""
        return isinstance(self.kind, StrT | ListT | SetT | DictT)

    @property
    def mutable(self) -> bool:
        return isinstance(self.kind, ListT | SetT | DictT)


@dataclass(frozen=True)
class Words:
    """`terms` are the parameters and the fields of those that are objects; `result` is None where it is of no known
    type, `values` what it was seen to be; `variable` is a name that is free for an item."""

    terms: tuple[Term, ...]
    result: Term | None
    ints: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    variable: str = "x"
    fields: tuple[tuple[str, Type], ...] = ()  # of the result, where it is an object

    @property
    def real(self) -> bool:
        """May there be numbers between two ints?"""
        return "FloatT" in repr((self.terms, self.result, self.fields))

    @property
    def strings(self) -> frozenset[str]:
        """The expressions that are known to be texts."""
        terms = [*self.terms, *([self.result] if self.result is not None else [])]
        items = self.result.kind.items if self.result is not None and isinstance(self.result.kind, TupleT) else ()
        parts = [Term(f"{RESULT}[{index}]", kind) for index, kind in enumerate(items)]
        parts += [Term(f"{RESULT}.{name}", kind) for name, kind in self.fields]
        return frozenset(term.text for term in (*terms, *parts) if "StrT" in repr(term.kind) and not term.mutable)

    def those(self, *kinds: type) -> tuple[Term, ...]:
        """The terms of these kinds of type, without those that have it only sometimes."""
        return tuple(term for term in self.terms if isinstance(term.kind, kinds) and not term.guard)


def words_of(
    program: Program, module: Module, function: Function, ints: tuple[int, ...], texts: tuple[str, ...]
) -> Words | None:
    """None where a name that conditions use means something else in the function."""
    names = {parameter.name for parameter in function.parameters}
    if SPOKEN & (names | set(module.shadows)) or RESULT in names:
        return None
    reader = Reader(program, module.name)
    terms: list[Term] = []
    for position, parameter in enumerate(function.parameters):
        kind: Type = OpaqueT()
        if parameter.kind in (ParameterKind.VAR_POS, ParameterKind.VAR_KW):
            continue
        if position == 0 and function.is_method and not function.is_static and not function.is_class:
            owner = f"{module.name}:{function.qualname.rpartition('.')[0]}"
            kind = ClassT(owner) if owner in program.classes else kind
        elif parameter.annotation is not None:
            kind = reader.type_of(parameter.annotation)
        terms += _parts(program, Term(parameter.name, kind))
    result = None
    fields: tuple[tuple[str, Type], ...] = ()
    if function.returns is not None and function.name != "__init__":
        result = Term(RESULT, reader.type_of(function.returns))
        if isinstance(result.kind, ClassT):
            fields = fields_of(program, result.kind.name)
    variable = next(name for name in ("x", "item", "one", "each") if name not in names)
    return Words(tuple(terms), result, ints, texts, variable=variable, fields=fields)


def _parts(program: Program, term: Term) -> list[Term]:
    found = [term]
    match term.kind:
        case UnionT(alternatives) if NONE in alternatives and len(alternatives) == 2:
            (rest,) = (kind for kind in alternatives if kind != NONE)
            found.append(Term(term.text, rest, f"{term.text} is None"))
        case ClassT(key):
            found += [Term(f"{term.text}.{name}", kind) for name, kind in fields_of(program, key)]
        case _:
            pass
    return found


def fields_of(program: Program, key: str) -> tuple[tuple[str, Type], ...]:
    """The first public fields of known types, by name."""
    found = []
    info = program.describe(key)
    for name, owner, annotation in info.fields:
        kind = Reader(program, owner.partition(":")[0]).type_of(annotation)
        if not name.startswith("__") and not isinstance(kind, OpaqueT | NoneT):
            found.append((name, kind))
    return tuple(found[:MOST_FIELDS])


def seen_type(values: tuple[str, ...]) -> Type | None:
    """What results were, where all are of one plain type."""
    kinds = set()
    for text in values:
        try:
            kinds.add(type(ast.literal_eval(text)).__name__)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return None
    return BY_NAME.get(kinds.pop()) if len(kinds) == 1 else None
