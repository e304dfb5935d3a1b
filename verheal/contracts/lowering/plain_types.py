"""Types of expressions that are plain to see without lowering them: exactly what CPython gives, or opaque.

Law: each arm names operations whose result is of just that builtin type, whatever else happens, if they return.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    OPAQUE,
    STR,
    ClassT,
    LibraryT,
    OpaqueT,
    TupleT,
    Type,
    is_unknown,
    join,
    show,
)
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.attributes import assigned_once, bound_in_class, bound_names, only_binding
from verheal.contracts.lowering.bodies import is_named_tuple, made
from verheal.contracts.lowering.class_values import label_of as label_of_class
from verheal.contracts.lowering.library_entries import chosen, entries, known
from verheal.contracts.lowering.long_tuples import label_of
from verheal.contracts.lowering.makers import given_otherwise
from verheal.contracts.lowering.program import ClassRef, ConstantRef, External, Program
from verheal.contracts.lowering.written import OF_SEQUENCES, labelled

NAME = External("builtins.__name__")
LITERALS: tuple[tuple[type, Type], ...] = ((bool, BOOL), (int, INT), (float, FLOAT), (str, STR), (type(None), NONE))
OF_CALLS: tuple[tuple[str, Type], ...] = (
    ("len", INT),
    ("hash", INT),
    ("id", INT),
    ("ord", INT),
    ("int", INT),
    ("float", FLOAT),
    ("bool", BOOL),
    ("isinstance", BOOL),
    ("issubclass", BOOL),
    ("callable", BOOL),
    ("hasattr", BOOL),
    ("chr", STR),
    ("bin", STR),
    ("oct", STR),
    ("hex", STR),
)
# Methods of str by what they give, of a str that is of no subclass.
TEXT = (
    ("lower upper strip lstrip rstrip title casefold capitalize swapcase replace join zfill center ljust rjust", STR),
    ("format removeprefix removesuffix expandtabs translate format_map", STR),
    ("find rfind index rindex count", INT),
    ("startswith endswith isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable", BOOL),
    ("isspace istitle isupper", BOOL),
)
Scope = ast.FunctionDef | ast.AsyncFunctionDef
DEPTH = 6


def plain_type(reader: Reader, scope: Scope | None, node: ast.expr, depth: int = 0) -> Type:
    """The type that the expression has in this function if it has a value; opaque where that is not plain."""
    if depth > DEPTH:
        return OPAQUE

    def of(part: ast.expr) -> Type:
        return plain_type(reader, scope, part, depth + 1)

    match node:
        case ast.Constant(value=bytes()):
            return LibraryT(("builtins.bytes",))
        case ast.Constant(value=complex() as literal):
            return OpaqueT((f"builtins.{type(literal).__name__}",))
        case ast.Constant(value=literal):
            return next((kind for known, kind in LITERALS if type(literal) is known), OPAQUE)
        case ast.JoinedStr():
            return STR
        case ast.UnaryOp(op=ast.Not()):
            return BOOL
        case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=inner):
            return kind if (kind := of(inner)) in (INT, FLOAT) else OPAQUE
        case ast.Compare(ops=ops) if all(isinstance(op, ast.Is | ast.IsNot | ast.In | ast.NotIn) for op in ops):
            return BOOL
        case ast.BoolOp(values=values):
            result: Type = NEVER
            for value in values:
                result = join(result, of(value))
            return result
        case ast.IfExp(body=body, orelse=orelse):
            return join(of(body), of(orelse))
        case ast.BinOp(left=left, op=op, right=right):
            return _binary(of(left), op, of(right))
        case ast.Tuple(elts=parts) if not any(isinstance(part, ast.Starred) for part in parts):
            items = tuple(of(part) for part in parts)
            return OPAQUE if any(is_unknown(item) for item in items) else TupleT(items)
        case ast.Call(func=func):
            return _of_library(reader, scope, node, of) or _call(reader, scope, node, func, of)
        case ast.Name(id="__name__") if reader.program.binding(reader.module, "__name__") == NAME:
            return OPAQUE if _is_local(reader, scope, "__name__") else STR
        case ast.Name(id=name) if not _is_local(reader, scope, name) and (named := _class(reader, scope, name)):
            return named
        case ast.Name(id=name) if scope is None:
            given = only_binding(reader.program.tree(reader.module), name)
            return OPAQUE if given is None else of(given)
        case ast.Name(id=name) if scope is not None and _is_bound(reader, scope, name):
            given = assigned_once(scope, name)
            return OPAQUE if given is None else of(given)
        case ast.Name(id=name) if scope is not None:
            return _name(reader, scope, name)
        case ast.Subscript(value=inner, slice=ast.Constant(value=int()) | ast.UnaryOp(operand=ast.Constant())):
            return _item(reader, of(inner))
        case ast.Attribute(value=ast.Name(id=name)) if not _is_local(reader, scope, name):
            found = reader.program.attribute(reader.module, ast.unparse(node))
            return of_module(found.dotted) if isinstance(found, External) else OPAQUE
        case _:
            return OPAQUE


def _class(reader: Reader, scope: Scope | None, name: str) -> Type | None:
    """The type of the class that the name means; None where it means, or may mean, something else."""
    found = reader.program.binding(reader.module, name)
    if not isinstance(found, ClassRef):
        return None
    if scope is None:  # a class body may bind the name too
        bound = [node for node in ast.walk(reader.program.tree(reader.module)) if name in set(bound_names(node))]
        if len(bound) != 1:
            return None
    return label_of_class(reader.program, found.key)


def of_module(dotted: str) -> Type:
    """The type of an attribute of a module of the standard library; opaque where it is not certain to be there."""
    return next((one.result for one in entries().get(dotted, ()) if one.parameters is None), OPAQUE)


def _binary(left: Type, op: ast.operator, right: Type) -> Type:
    if isinstance(left, LibraryT) and isinstance(op, ast.BitOr):
        return left if left == right == LibraryT(("re.RegexFlag",)) else OPAQUE
    whole = ast.Add | ast.Sub | ast.Mult | ast.FloorDiv | ast.Mod | ast.BitAnd | ast.BitOr | ast.BitXor
    match op:
        case _ if (left, right) == (INT, INT):
            return INT if isinstance(op, whole) else OPAQUE
        case ast.Add() if (left, right) == (STR, STR):
            return STR
        case ast.Mult() if (left, right) == (STR, INT):
            return STR
        case _:
            return OPAQUE


def _of_library(
    reader: Reader, scope: Scope | None, node: ast.Call, of: Callable[[ast.expr], Type]
) -> Type | None:
    """What a call of the standard library gave, by the table; None where it is not one."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(value=ast.Name(id=name)) if not _is_local(reader, scope, name):
            found = reader.program.attribute(reader.module, ast.unparse(node.func))
        case _:
            return None
    if not isinstance(found, External) or any(isinstance(a, ast.Starred) for a in node.args):
        return None
    if found.dotted == "typing.cast" and len(node.args) == 2:
        return of(node.args[1])
    words = {str(word.arg): of(word.value) for word in node.keywords}
    one = chosen(known(reader.program, found.dotted), tuple(of(arg) for arg in node.args), words)
    return None if one is None else one.result


def _call(reader: Reader, scope: Scope | None, node: ast.Call, func: ast.expr, of: Callable[[ast.expr], Type]) -> Type:
    match func:
        case ast.Attribute(value=inner, attr=name):
            kind = next((kind for names, kind in TEXT if name in names.split()), OPAQUE)
            return kind if not isinstance(kind, OpaqueT) and of(inner) == STR else OPAQUE
        case ast.Name(id=name) if not _is_local(reader, scope, name):
            pass
        case _:
            return OPAQUE
    match reader.program.binding(reader.module, name):
        case External(dotted) if dotted == f"builtins.{name}":
            return _of_builtin(name, node, of)
        case ClassRef(key):
            return _made(reader.program, key, given_otherwise(reader.program, key, node, of))
        case _:
            return OPAQUE


def _of_builtin(name: str, node: ast.Call, of: Callable[[ast.expr], Type]) -> Type:
    match node:
        case ast.Call(args=[ast.GeneratorExp(elt=each) | ast.ListComp(elt=each)], keywords=[]) if name == "tuple":
            return label_of(of(each))
        case ast.Call() if name in ("dict", "frozenset"):
            return OpaqueT((f"builtins.{name}",))
        case _:
            return next((kind for known, kind in OF_CALLS if known == name), OPAQUE)


def _made(program: Program, key: str, otherwise: tuple[str, ...] | None) -> Type:
    """What a call of the class made, given `otherwise` than as its annotations say."""
    if otherwise is None or (otherwise and not is_named_tuple(program, key)):
        return OPAQUE
    if otherwise:
        return OpaqueT((made(key, otherwise),))
    return ClassT(key) if not program.describe(key).opaque else OpaqueT((f"class {key}",))


def _name(reader: Reader, scope: Scope, name: str) -> Type:
    spec = scope.args
    every = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs]
    found = next((a for a in every if a.arg == name), None)
    if found is not None:
        return _parameter(reader, spec, found)
    if _is_local(reader, scope, name):
        return OPAQUE
    constant = reader.program.binding(reader.module, name)
    if not isinstance(constant, ConstantRef) or constant.constant.rebound or constant.constant.value is None:
        return OPAQUE
    value = ast.parse(constant.constant.value, mode="eval").body
    return plain_type(reader, None, value) if isinstance(value, ast.Constant) else OPAQUE


def _item(reader: Reader, kind: Type) -> Type:
    """What a sequence that conforms to its annotation gives for an index, if it gives something."""
    from verheal.contracts.lowering import collections_read

    found = collections_read.known(reader.program, kind, collections_read.SEQUENCES)
    return OPAQUE if found is None else found[0]


def _parameter(reader: Reader, spec: ast.arguments, found: ast.arg) -> Type:
    """What is written of it, and its default: a call may leave it out."""
    kind = labelled(reader, found.annotation, deep=True)
    positional = [*spec.posonlyargs, *spec.args]
    defaults: dict[str, ast.expr | None] = dict(
        zip((a.arg for a in positional[len(positional) - len(spec.defaults) :]), spec.defaults, strict=True)
    )
    defaults |= {a.arg: default for a, default in zip(spec.kwonlyargs, spec.kw_defaults, strict=True)}
    default = defaults.get(found.arg)
    if default is None:
        return kind
    literal = plain_type(reader, None, default) if isinstance(default, ast.Constant) else OPAQUE
    if isinstance(kind, OpaqueT):
        return kind if show(literal) in kind.label or _is_nothing(kind, default) else OPAQUE
    return join(kind, literal)


def _is_nothing(kind: OpaqueT, default: ast.expr) -> bool:
    """Is it the empty tuple, which conforms to a sequence of anything?"""
    empty = isinstance(default, ast.Tuple) and not default.elts
    return empty and any(name.partition("[")[0] in OF_SEQUENCES for name in kind.label)


def _is_local(reader: Reader, scope: Scope | None, name: str) -> bool:
    if scope is None:
        return bound_in_class(reader.program, reader.module, name)
    spec = scope.args
    stars = [a for a in (spec.vararg, spec.kwarg) if a is not None]
    return _is_bound(reader, scope, name) or any(
        a.arg == name for a in [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *stars]
    )


def _is_bound(reader: Reader, scope: Scope, name: str) -> bool:
    """Is the name bound in the body, in whatever way?"""
    known = reader.program.bound
    if scope not in known:
        known[scope] = frozenset(one for node in ast.walk(scope) if node is not scope for one in bound_names(node))
    return name in known[scope]
