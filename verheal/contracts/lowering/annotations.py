"""Annotations to core types.

On entry an `int` holds no bool and a `float` no int; inside a container or a field, a `float` may be an int, because
a write accepts one there (`deep`).
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace

from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    OPAQUE,
    STR,
    BoolT,
    ClassT,
    DictT,
    EnumT,
    FloatT,
    IntT,
    LibraryT,
    ListT,
    NeverT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
    UnionT,
    alternatives,
    is_unknown,
    join,
)
from verheal.contracts.lowering import new_types, type_variables
from verheal.contracts.lowering.library_entries import chain, library_class
from verheal.contracts.lowering.program import ClassRef, ConstantRef, External, Program

SIMPLE: tuple[tuple[str, Type], ...] = (
    ("builtins.int", INT),
    ("builtins.bool", BOOL),
    ("builtins.float", FLOAT),
    ("builtins.str", STR),
)
TRANSPARENT = frozenset(
    {"typing.Annotated", "typing.Final", "typing.ClassVar", "typing_extensions.Annotated"}
)
LISTS = frozenset({"builtins.list", "typing.List"})
SETS = frozenset({"builtins.set", "typing.Set"})
DICTS = frozenset({"builtins.dict", "typing.Dict"})
TUPLES = frozenset({"builtins.tuple", "typing.Tuple"})
ANYTHING = frozenset({"typing.Any", "builtins.object"})


@dataclass(frozen=True)
class Reader:
    """Reads annotations of one module. `type_of` never fails: what it cannot read is opaque.

    With `labels` it keeps what is written there. `variables`: the type variables that stand for one type in all that
    it reads; None: every one does.
    """

    program: Program
    module: str
    seen: tuple[str, ...] = ()
    labels: bool = False
    variables: frozenset[str] | None = frozenset()

    def type_of(self, node: ast.expr | str | None, deep: bool = False) -> Type:
        """The type that an annotation denotes."""
        kind = self._type_of(node, deep)
        if not self.labels or not is_unknown(kind) or node is None:
            return kind
        from verheal.contracts.lowering.written import label

        return OpaqueT(label(self, node, deep))

    def _type_of(self, node: ast.expr | str | None, deep: bool) -> Type:
        if isinstance(node, str):
            try:
                node = ast.parse(node, mode="eval").body
            except SyntaxError:
                return OPAQUE
        match node:
            case None:
                return OPAQUE
            case ast.Constant(value=None):
                return NONE
            case ast.Constant(value=str() as text):
                return self.type_of(text, deep)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return join(self.type_of(left, deep), self.type_of(right, deep))
            case ast.Name() | ast.Attribute():
                return self._alias(node, deep) or self._named(self.dotted(node), deep)
            case ast.Subscript(value=base, slice=inner):
                return self._generic(self.dotted(base), inner, deep)
            case _:
                return OPAQUE

    def _alias(self, node: ast.expr, deep: bool) -> Type | None:
        """What a module-level name that is bound once to a type expression stands for."""
        found = self.program.attribute(self.module, ast.unparse(node))
        if not isinstance(found, ConstantRef):
            return None
        key = f"{found.module}:{found.constant.name}"
        if found.constant.rebound or found.constant.value is None or key in self.seen or len(self.seen) > 8:
            return OPAQUE
        if (kind := type_variables.type_of(self, found)) is not None:
            return kind
        meant = new_types.base(self.program, found) or found.constant.value
        return replace(self, module=found.module, seen=(*self.seen, key)).type_of(meant, deep)

    def dotted(self, node: ast.expr) -> str:
        """Full name of what an expression such as `typing.List` refers to; "class KEY" for known classes."""
        match self.program.attribute(self.module, ast.unparse(node)):
            case External(dotted):
                return dotted
            case ClassRef(key):
                return f"class {key}"
            case _:
                return ""

    def _named(self, dotted: str, deep: bool) -> Type:
        if dotted.startswith("class "):
            key = dotted.removeprefix("class ")
            from verheal.contracts.lowering.enums import enum_type

            member = enum_type(self.program, key)
            if member is not None:
                return member
            return OPAQUE if self.program.describe(key).opaque else ClassT(key)
        if deep and dotted == "builtins.float":
            return join(FLOAT, INT)
        if dotted in LISTS:
            return ListT(OPAQUE)
        return next((kind for name, kind in SIMPLE if name == dotted), self._of_library(dotted))

    def _of_library(self, spelled: str) -> Type:
        """An instance of a class of the standard library that is known, and that no class read derives from."""
        found = library_class(spelled)
        return OPAQUE if found is None or self.program.derived(found.label[0]) else found

    def _generic(self, base: str, inner: ast.expr, deep: bool) -> Type:
        parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
        if base.startswith("class "):  # a generic class of the repository: whatever its arguments, its instances
            own = self.program.describe(base.removeprefix("class ")).method("__class_getitem__")
            return OPAQUE if own else self._named(base, deep)
        if base in TRANSPARENT:
            return self.type_of(parts[0], deep)
        if library_class(f"{base}[str]") is not None and self.type_of(inner) == STR:
            return self._of_library(f"{base}[str]")
        if base == "typing.Optional":
            return join(self.type_of(inner, deep), NONE)
        if base == "typing.Union":
            result: Type = NEVER
            for part in parts:
                result = join(result, self.type_of(part, deep))
            return result
        if base in LISTS and len(parts) == 1:
            return ListT(self.type_of(inner, True))
        if base in SETS and len(parts) == 1:
            return _keyed(SetT(self.type_of(inner, True)), self.type_of(inner, True))
        if base in DICTS and len(parts) == 2:
            key = self.type_of(parts[0], True)
            return _keyed(DictT(key, self.type_of(parts[1], True)), key)
        if base in TUPLES and not any(isinstance(p, ast.Constant) and p.value is ... for p in parts):
            items = tuple(self.type_of(part, deep) for part in parts)
            return OPAQUE if any(is_unknown(item) for item in items) else TupleT(items)
        return OPAQUE

    def accepts_anything(self, node: ast.expr | None) -> bool:
        """Is it `Any` or `object`?"""
        return isinstance(node, ast.Name | ast.Attribute) and self.dotted(node) in ANYTHING


def exact_key(kind: Type) -> bool:
    """May values of the type be keys of a modelled set or dict: is Python's == the same as being one value?

    Floats are out (NaN, -0.0), and so is a mixture of bool and int (True == 1).
    """
    match kind:
        case IntT() | BoolT() | NeverT() | EnumT():
            return True
        case TupleT(items):
            return all(exact_key(item) for item in items)
        case UnionT(members):
            # What may equal a member of another type: True == 1, and members of an IntEnum or StrEnum.
            numbers = [m for m in members if isinstance(m, IntT | BoolT)]
            mixed = [m for m in members if isinstance(m, EnumT) and m.mixin]
            return len(numbers) <= 1 and not mixed and all(exact_key(m) for m in members)
        case _:
            return kind in (STR, NONE)


def _keyed(container: Type, key: Type) -> Type:
    return container if exact_key(key) else OPAQUE


def accepts(program: Program, declared: Type, actual: Type) -> bool:
    """May a value of `actual` be written where `declared` is the annotation (PEP 484 numeric tower, invariance)?"""
    return all(
        any(_accepts(program, option, one) for option in alternatives(declared))
        for one in alternatives(actual)
    )


def _accepts(program: Program, option: Type, actual: Type) -> bool:
    match option, actual:
        case FloatT(), FloatT() | IntT() | BoolT():
            return True
        case IntT(), IntT() | BoolT() | EnumT(mixin="int"):
            return True
        case StrT(), EnumT(mixin="str"):
            return True
        case ListT(a), ListT(b):
            return accepts(program, a, b)
        case SetT(a), SetT(b):
            return accepts(program, a, b)
        case DictT(a, c), DictT(b, d):
            return accepts(program, a, b) and accepts(program, c, d)
        case TupleT(xs), TupleT(ys):
            return len(xs) == len(ys) and all(accepts(program, x, y) for x, y in zip(xs, ys, strict=True))
        case ClassT(base), ClassT(name):
            return base in program.describe(name).chain
        case LibraryT((base,)), LibraryT((name,)):
            return base in chain(name)
        case _:
            return option == actual
