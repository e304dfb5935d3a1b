"""Module constants that are displays of literals and that nobody can change: read as what is written.

Law: a list, set or dict changes only through a reference to it. A name that is mentioned nowhere but where the object
is looked up in, run over, copied or unpacked gives no reference to anybody.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, coerce, constant_map, same, select, store
from verheal.contracts.core.expr import FALSE, TRUE, Expr, integer
from verheal.contracts.core.types import (
    BOOL,
    NEVER,
    OPAQUE,
    DictT,
    ListT,
    MapT,
    NeverT,
    SetT,
    Type,
    UnionT,
    join,
)
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.bindings import External
from verheal.contracts.lowering.namespaces import NAMESPACES, looked_up
from verheal.contracts.lowering.values import Val
from verheal.contracts.source.model import Import

if TYPE_CHECKING:
    from verheal.contracts.lowering.frame import Frame
    from verheal.contracts.lowering.program import Program

MOST = 40  # entries that are written out; of more, the types are known
READERS = frozenset(
    {"len", "sorted", "list", "tuple", "set", "frozenset", "dict", "enumerate", "zip", "any", "all", "reversed"}
    | {"bool", "str", "repr"}
)
CHOOSERS = frozenset({"min", "max", "sum"})  # of one argument give an item of it, of more one of these
METHODS = frozenset({"get", "keys", "values", "items", "copy", "index", "count", "isdisjoint", "issubset"})
WHOLE = frozenset({"locals", "eval"})  # by these all names are mentioned
EVERYTHING = "*"


def constant(f: Frame, module: str, name: str, source: str) -> Val | None:
    """The object that the module binds to the name; None where it is no such display or may have been changed."""
    try:
        node = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(node, ast.Dict | ast.List | ast.Set):
        return None
    parts = list(node.keys if isinstance(node, ast.Dict) else node.elts)
    given = [_literal(f, part) for part in parts]
    values = [_literal(f, part) for part in node.values] if isinstance(node, ast.Dict) else []
    items = [one for one in given if one is not None]
    if not items or len(items) < len(parts) or not fixed(f.round.program, module, name):
        return None
    kind = _joined(items)
    known = [one for one in values if one is not None]
    kept = _joined(known) if known and len(known) == len(values) else OPAQUE
    if isinstance(node, ast.List):
        return _list(f, ListT(kind), items)
    if isinstance(kind, UnionT) or not exact_key(kind):
        return None
    if isinstance(node, ast.Set):
        return _set(f, SetT(kind), items)
    return _dict(f, DictT(kind, kept), items, known if kept != OPAQUE else [])


def _literal(f: Frame, node: ast.expr | None) -> Val | None:
    """An immutable literal."""
    from verheal.contracts.lowering.names import literal

    try:
        return None if node is None else literal(f, ast.literal_eval(node))
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


def _joined(values: list[Val]) -> Type:
    kind: Type = NEVER
    for one in values:
        kind = join(kind, one.type)
    return OPAQUE if isinstance(kind, NeverT) else kind


def _list(f: Frame, kind: ListT, items: list[Val]) -> Val:
    found, moved = f.havoc(kind, "constant"), [coerce(one.expr, kind.element) for one in items]
    if len(items) <= MOST and all(one is not None for one in moved):
        row = select(f.heap(heap.list_data(kind)), found.expr)
        facts = [same(select(row, integer(i)), one) for i, one in enumerate(moved) if one is not None]
        n = select(f.heap(heap.list_len(kind)), found.expr)
        f.assume(both(same(n, integer(len(items))), *facts), "what a constant of a module holds")
    return found


def _set(f: Frame, kind: SetT, items: list[Val]) -> Val:
    found = f.havoc(kind, "constant")
    if len(items) <= MOST:
        row = select(f.heap(heap.set_has(kind)), found.expr)
        f.assume(same(row, _membership(kind.element, [one.expr for one in items])), "what a constant of a module holds")
    return found


def _dict(f: Frame, kind: DictT, keys: list[Val], values: list[Val]) -> Val:
    """`values` is empty where they are not known."""
    found, moved = f.havoc(kind, "constant"), [coerce(one.expr, kind.value) for one in values]
    if len(keys) > MOST or any(one is None for one in moved):
        return found
    order = list(dict.fromkeys(one.expr for one in keys))  # a key that comes again keeps its place
    last = {key.expr: value for key, value in zip(keys, moved, strict=False) if value is not None}
    place = found.expr
    rows = select(f.heap(heap.dict_keys(kind)), place), select(f.heap(heap.dict_val(kind)), place)
    facts = [same(select(f.heap(heap.dict_has(kind)), place), _membership(kind.key, order))]
    facts += [same(select(f.heap(heap.dict_size(kind)), place), integer(len(order)))]
    facts += [same(select(rows[0], integer(index)), key) for index, key in enumerate(order)]
    facts += [same(select(rows[1], key), value) for key, value in last.items()]
    f.assume(both(*facts), "what a constant of a module holds")
    return found


def _membership(kind: Type, members: list[Expr]) -> Expr:
    row: Expr = constant_map(MapT(kind, BOOL), FALSE)
    for member in members:
        row = store(row, member, TRUE)
    return row


def fixed(program: Program, module: str, name: str) -> bool:
    """Does no code that was read get hold of the object?"""
    if program.exposed is None:
        program.exposed = frozenset(one for known in program.modules for one in _exposed(program, known))
    return program.exposed.isdisjoint((name, EVERYTHING))


def _exposed(program: Program, module: str) -> Iterator[str]:
    """Names that stand in the module, as a variable or an attribute, where their object may get elsewhere."""
    tree = program.tree(module)
    bound = {_bound(node) for node in ast.walk(tree)}
    usual = (READERS | CHOOSERS) - bound
    readers = {one for one in usual if program.binding(module, one) == External(f"builtins.{one}")}
    modules = {one.name for one in program.modules[module].imports if one.attribute is None}
    seen = looked_up(tree) if any(word in program.modules[module].text for word in NAMESPACES) else frozenset()
    yield from (EVERYTHING,) if seen is None else seen
    read = {one.name for one in program.modules[module].imports if _is_read(program, one)}
    bases = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    fine = {id(inner) for node in ast.walk(tree) for inner in _read_only(node, readers)}
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) if name in WHOLE:
                yield EVERYTHING
            case ast.Attribute(value=ast.Name(id="builtins"), attr=name) if name in WHOLE:
                yield EVERYTHING
            case ast.Call(func=ast.Name(id="vars"), args=[]):
                yield EVERYTHING
            case ast.Call(func=ast.Name(id="getattr" | "vars"), args=[base, *rest]) if not _word(rest):
                yield from _of_module(base, modules)
            case ast.Call(args=args):
                yield from (one.value for one in args if isinstance(one, ast.Constant) and isinstance(one.value, str))
            case ast.Attribute(value=base, attr="__dict__"):
                yield from _of_module(base, modules)
            case ast.alias(name=name, asname=str()):
                yield name
            case ast.Assign(targets=[_, _, *_] as targets):  # one object by several names
                yield from (one.id for one in targets if isinstance(one, ast.Name))
            case ast.AugAssign(target=ast.Name(id=name) | ast.Attribute(attr=name)):
                yield name
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()) if id(node) not in fine:
                yield name
                if name in read and id(node) not in bases:  # a module goes where any of its names may be asked for
                    yield EVERYTHING
            case ast.Subscript(value=ast.Attribute(attr="modules"), ctx=ast.Load()) if id(node) not in bases:
                yield EVERYTHING


def _bound(node: ast.AST) -> str:
    """The name that the node itself gives a meaning to, in whatever scope; empty where it does so to none."""
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
            return name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.alias(name=name, asname=other):
            return other or name.partition(".")[0]
        case ast.ExceptHandler(name=str() as name) | ast.MatchMapping(rest=str() as name):
            return name
        case ast.MatchAs(name=str() as name) | ast.MatchStar(name=str() as name):
            return name
        case _:
            return ""


def _is_read(program: Program, one: Import) -> bool:
    """Does it import a module that was read?"""
    if one.attribute is None:
        return one.module in program.modules
    found = program.part(External(one.module), one.attribute)  # what a package binds comes before its modules
    return f"{one.module}.{one.attribute}" in program.modules and (found is None or isinstance(found, External))


def _word(parts: list[ast.expr]) -> bool:
    return bool(parts) and isinstance(parts[0], ast.Constant)


def _of_module(base: ast.expr, modules: set[str]) -> Iterator[str]:
    """All names, where the object may be a module."""
    text = ast.unparse(base)
    if text.partition(".")[0] in modules or "module" in text:
        yield EVERYTHING


def _read_only(node: ast.AST, readers: set[str]) -> Iterator[ast.AST]:
    """The parts of a node that are only read from by it: no reference to them gets elsewhere."""
    match node:
        case ast.Subscript(value=part, ctx=ast.Load()):
            yield part
        case ast.Compare(ops=ops, comparators=parts):
            yield from (part for op, part in zip(ops, parts, strict=True) if isinstance(op, ast.In | ast.NotIn))
        case ast.Call(func=ast.Attribute(value=part, attr=name)) if name in METHODS:
            yield part
        case ast.Call(func=ast.Name(id=name), args=parts) if name in readers and not (name in CHOOSERS and parts[1:]):
            yield from parts
        case ast.For(iter=part) | ast.comprehension(iter=part) | ast.Starred(value=part):
            yield part
        case ast.keyword(arg=None, value=part) | ast.FormattedValue(value=part):
            yield part
        case ast.Dict(keys=keys, values=values):
            yield from (value for key, value in zip(keys, values, strict=True) if key is None)
        case ast.If(test=part) | ast.While(test=part) | ast.IfExp(test=part):
            yield part
        case ast.UnaryOp(op=ast.Not(), operand=part):
            yield part


__all__ = ["constant", "fixed"]
