"""Attributes and subscripts, read and written."""

from __future__ import annotations

import ast
import math

from verheal.contracts.core.build import add, choose, either, item_of, lt, no, real, same, store, text
from verheal.contracts.core.expr import TRUE, App, Const, Expr, integer
from verheal.contracts.core.types import (
    BOOL,
    STR,
    BoolT,
    ClassT,
    DictT,
    EnumT,
    IntT,
    LibraryT,
    ListT,
    NeverT,
    NoneT,
    OpaqueT,
    StrT,
    TupleT,
)
from verheal.contracts.lowering import (
    collections_read,
    constructing,
    containers,
    enums,
    fields,
    long_tuples,
    lookups,
    named_tuples,
    octets,
    properties,
    type_variables,
)
from verheal.contracts.lowering.bindings import ClassRef, ConstantRef, External
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.library_bytes import SLICED
from verheal.contracts.lowering.operators import to_int
from verheal.contracts.lowering.plain_types import of_module
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val

CONSTANTS: tuple[tuple[str, float], ...] = (
    ("math.pi", math.pi),
    ("math.e", math.e),
    ("math.tau", math.tau),
    ("math.inf", math.inf),
    ("math.nan", math.nan),
)


def line_of(node: ast.AST) -> int:
    """The node's line, 0 if it has none."""
    return int(getattr(node, "lineno", 0))


def is_global(f: Frame, node: ast.expr) -> bool:
    """Is it a dotted name that starts at a global of the module?"""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and not is_local(f, node.id)


def surely_imported(f: Frame, node: ast.expr) -> bool:
    """Is the global name at which a dotted one starts bound by a plain statement of the module?"""
    from verheal.contracts.lowering.names import surely_bound

    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and surely_bound(f, node.id)


def is_local(f: Frame, name: str) -> bool:
    """Is the name a variable of this function?"""
    return not f.is_imported(name) and _is_variable(f, name)


def _is_variable(f: Frame, name: str) -> bool:
    return name in f.env or name in f.locals or name in f.closure or name in f.parameters


def attribute(f: Frame, node: ast.Attribute) -> Val:
    """value.attr"""
    from verheal.contracts.lowering import class_objects, class_values, dispatch, library
    from verheal.contracts.lowering.expressions import lower, split

    if (name := class_objects.name(f, node)) is not None:
        return name
    if is_global(f, node):
        member = enums.member_of(f, f.module, node) if surely_imported(f, node) else None
        if member is not None:
            return member
        holder = f.meaning(ast.unparse(node.value)) if surely_imported(f, node) else None
        if isinstance(holder, ClassRef) and (kept := class_values.constant(f, holder.key, node.attr)) is not None:
            return kept
        match f.meaning(ast.unparse(node)):
            case External(dotted):
                found = next((value for name, value in CONSTANTS if name == dotted), None)
                if found is not None:
                    return f.val(real(found))
                described = library.constant(f, dotted) if surely_imported(f, node) else None
                if described is not None:
                    return described
                kind = of_module(dotted)
                sure = not isinstance(kind, OpaqueT)
                f.stuck(f"reads {dotted}, line {node.lineno}", node.lineno, may_raise=not sure, reads_only=True)
                return f.havoc(kind)
            case ConstantRef(module, constant) if constant.value is not None and not constant.rebound:
                from verheal.contracts.lowering.names import named_constant

                return named_constant(f, module, constant.name, constant.value, node)
            case None if not isinstance(node.value, ast.Name):
                pass
            case _ if _is_class_or_module(f, node.value):
                f.stuck(f"reads {ast.unparse(node)}, line {node.lineno}", node.lineno, reads_only=True)
                return f.opaque()
    if dispatch.is_super(node.value):
        me = dispatch.own_object(f)
        if me is not None:
            return dispatch.above(f, me, node.attr, ((), {}), node, properties.GETTER)
    return split(f, lower(f, node.value), lambda one: get(f, one, node.attr, node))


def _is_class_or_module(f: Frame, node: ast.expr) -> bool:
    return isinstance(f.meaning(ast.unparse(node)), ClassRef | External)


def get(f: Frame, value: Val, name: str, node: ast.AST) -> Val:
    """value.name of a value that is no union."""
    from verheal.contracts.lowering import class_objects, class_values, library

    match value.type:
        case NeverT():
            return BOTTOM
        case EnumT() if name in ("value", "name"):
            return enums.value_of(f, value) if name == "value" else enums.name_of(f, value)
        case ClassT(key):
            return _field(f, value, key, name, node)
        case NoneT():
            f.fail_if(TRUE, "AttributeError", node)
            return BOTTOM
        case LibraryT() if (found := library.attribute(f, value, name)) is not None:
            return found
        case OpaqueT(label) if (known := named_tuples.field_value(f, value, label, name, node)) is not None:
            return known
        case OpaqueT(label) if (spelled := class_objects.own_name(f, label, name, node)) is not None:
            return spelled
        case OpaqueT() if (said := class_values.constant_of(f, value, name)) is not None:
            return said
        case OpaqueT():
            f.stuck(f"attribute {name} of a value of unknown type, line {line_of(node)}", line_of(node))
            return f.opaque()
        case _:
            return f.unsupported(f"attribute {name} of this type", node)


def _field(f: Frame, value: Val, key: str, name: str, node: ast.AST) -> Val:
    from verheal.contracts.lowering import calls
    from verheal.contracts.lowering.objects import half_made

    program = f.round.program
    info = program.describe(key)
    owner = info.method(name)
    if owner is not None and properties.is_property(program, owner, name):
        if any(program.describe(k).method("__getattr__") for k in (key, *program.subclasses(key))):
            return f.unsupported(f"property {name} where __getattr__ may answer", node)  # to its AttributeError
        return calls.method(f, value, name, (), {}, node, properties.GETTER)
    found = fields.field(f, key, name)
    if found is None:
        return f.unsupported(f"attribute {name} of {key.partition(':')[2]}", node)
    if constructing.is_own(f, value):
        return constructing.read(f, value, found, name, node)
    if half_made(f, key, name):
        return f.unsupported(f"{name} read while a constructor runs", node)
    if type_variables.is_foreign(f, value, found.kind):
        return f.opaque()
    return f.read(found.var, value.expr, found.kind, name)


def put(f: Frame, value: Val, name: str, new: Val, node: ast.AST) -> None:
    """value.name = new of a value that is no union."""
    from verheal.contracts.lowering.objects import is_frozen

    match value.type:
        case NeverT():
            return
        case ClassT(key):
            if is_frozen(f.round.program, key):
                f.fail_if(TRUE, "dataclasses.FrozenInstanceError", node)
            else:
                put_field(f, value, name, new, node)
        case NoneT():
            f.fail_if(TRUE, "AttributeError", node)
        case _:
            f.stuck(f"sets attribute {name} of a value of unknown type, line {line_of(node)}", line_of(node))


def put_field(f: Frame, value: Val, name: str, new: Val, node: ast.AST) -> None:
    """object.__setattr__(value, name, new)"""
    from verheal.contracts.lowering import calls

    assert isinstance(value.type, ClassT)
    key = value.type.name
    owner = f.round.program.describe(key).method(name)
    if owner is not None and properties.is_property(f.round.program, owner, name):
        calls.method(f, value, name, (new,), {}, node, properties.SETTER)
        return
    found = fields.field(f, key, name, reads=False)
    if found is None:
        f.stuck(f"sets attribute {name} of {key.partition(':')[2]}, line {line_of(node)}", line_of(node))
        return
    if type_variables.is_foreign(f, value, found.kind):
        f.write(found.var, value.expr, f.havoc(found.kind).expr)
    else:
        fields.put(f, value, found, new, node)
    if constructing.is_own(f, value):
        f.assign(f".{name}", f.val(TRUE))
    constructing.deal_looks(f, value, key, node)


def subscript(f: Frame, node: ast.Subscript) -> Val:
    """value[index] and value[low:high:step]"""
    from verheal.contracts.lowering import counters
    from verheal.contracts.lowering.expressions import lower, split, split_all

    if (counted := counters.count(f, node)) is not None:
        return counted
    value = lower(f, node.value)
    if isinstance(node.slice, ast.Slice):
        parts = (node.slice.lower, node.slice.upper, node.slice.step)
        bounds = [lower(f, part) if part is not None else NONE_VAL for part in parts]
        return split_all(f, [value, *bounds], lambda cases: sliced(f, cases[0], cases[1], cases[2], cases[3], node))
    index = lower(f, node.slice)
    return split(f, value, lambda one: split(f, index, lambda i: item(f, one, i, node)))


def item(f: Frame, value: Val, index: Val, node: ast.AST) -> Val:
    """value[index], neither a union."""
    match value.type, index.type:
        case (NeverT(), _) | (_, NeverT()):
            return BOTTOM
        case ListT(), IntT() | BoolT():
            return containers.list_get(f, value, containers.checked_index(f, value, to_int(index), node), node)
        case StrT(), IntT() | BoolT():
            position = containers.checked_index(f, value, to_int(index), node)
            return f.val(App("str.at", (value.expr, position), STR))
        case TupleT(), IntT() | BoolT():
            return _tuple_item(f, value, to_int(index), node)
        case DictT(key, _), _:
            if not lookups.can_tell(f, key, index, node):
                return lookups.any_value(f, value)
            found = lookups.key_of(f, key, index)
            if found is None:
                f.fail_if(TRUE, "KeyError", node)
                return BOTTOM
            f.fail_if(no(containers.dict_has(f, value, found)), "KeyError", node)
            return containers.dict_get(f, value, found, node)
        case ClassT(), _:
            from verheal.contracts.lowering import calls

            return calls.method(f, value, "__getitem__", (index,), {}, node)
        case LibraryT(), _ if (got := _described(f, value, "__getitem__", [index], node)) is not None:
            return got
        case OpaqueT(), IntT() | BoolT() if (one := long_tuples.item(f, value, to_int(index), node)) is not None:
            return one
        case OpaqueT(), _ if (read := collections_read.item(f, value, index, node)) is not None:
            return read
        case OpaqueT(), _:
            f.stuck(f"subscript of a value of unknown type, line {line_of(node)}", line_of(node))
            return f.opaque()
        case ((NoneT() | IntT() | BoolT() | ListT() | StrT()), _) if not isinstance(index.type, OpaqueT | ClassT):
            f.fail_if(TRUE, "TypeError", node)
            return BOTTOM
        case _:
            return f.unsupported("subscript of this type", node)


def _described(f: Frame, value: Val, dunder: str, others: list[Val], node: ast.AST) -> Val | None:
    from verheal.contracts.lowering import library

    return library.operator(f, value, dunder, others, node)


def _tuple_item(f: Frame, value: Val, index: Expr, node: ast.AST) -> Val:
    assert isinstance(value.type, TupleT)
    items = value.type.items
    n = len(items)
    if isinstance(index, Const) and isinstance(index.value, int):
        if -n <= index.value < n:
            position = index.value % n
            return Val(item_of(value.expr, position), items[position])
        f.fail_if(TRUE, "IndexError", node)
        return BOTTOM
    f.fail_if(either(lt(index, integer(-n)), lt(integer(n - 1), index)), "IndexError", node)
    place = f.name_value(f.val(choose(lt(index, integer(0)), add(index, integer(n)), index))).expr

    def go(i: int) -> Val:
        one = Val(item_of(value.expr, i), items[i])
        if i == n - 1:
            return one
        return f.branch(same(place, integer(i)), lambda: one, lambda: go(i + 1)) or BOTTOM

    return go(0) if n else BOTTOM


def sliced(f: Frame, value: Val, low: Val | None, high: Val | None, step: Val | None, node: ast.AST) -> Val:
    """value[low:high:step], value no union."""
    bounds = [b for b in (low, high) if b is not None and not isinstance(b.type, NoneT)]
    low = None if low is not None and isinstance(low.type, NoneT) else low
    high = None if high is not None and isinstance(high.type, NoneT) else high
    if any(not isinstance(b.type, IntT | BoolT) for b in bounds):
        return f.unsupported("slice bounds of this type", node)
    plain = step is None or isinstance(step.type, NoneT) or step.expr == integer(1)
    match value.type:
        case NeverT():
            return BOTTOM
        case ListT() if plain:
            return containers.list_slice(f, value, low, high)
        case StrT() if plain:
            start, stop = containers.slice_bounds(f, low, high, containers.size(f, value).expr)
            return f.val(App("str.slice", (value.expr, start, stop), STR))
        case OpaqueT() if plain and (part := long_tuples.sliced(f, value, low, high)) is not None:
            return part
        case OpaqueT() if plain and (part := collections_read.sliced(f, value)) is not None:
            return part
        case LibraryT((name,)) if name in SLICED and (plain or (step is not None and isinstance(step.type, IntT))):
            if step is not None and not plain:
                f.fail_if(same(to_int(step), integer(0)), "ValueError", node)
            pace = 1 if plain or step is None else step.expr.value if isinstance(step.expr, Const) else 0
            if octets.is_bytes(f, value.type) and isinstance(pace, int) and pace:
                return octets.sliced(f, value, low, high, pace)
            return f.havoc(value.type, "slice")
        case TupleT(items) if plain and all(isinstance(b.expr, Const) for b in bounds):
            from verheal.contracts.lowering.expressions import tuple_of

            ends = [None if b is None else int(getattr(b.expr, "value")) for b in (low, high)]  # noqa: B009
            picked = range(len(items))[slice(ends[0], ends[1])]
            return tuple_of(f, [Val(item_of(value.expr, i), items[i]) for i in picked])
        case ListT() | StrT() if step is not None:
            from verheal.contracts.lowering.steps import stepped

            return stepped(f, value, low, high, step, node)
        case _:
            return f.unsupported("slice of this kind", node)


def store_item(f: Frame, value: Val, index: Val, new: Val, node: ast.AST) -> None:
    """value[index] = new, neither a union."""
    match value.type, index.type:
        case (NeverT(), _) | (_, NeverT()):
            return
        case ListT(), IntT() | BoolT():
            position = containers.checked_index(f, value, to_int(index), node)
            containers.list_set(f, value, position, new, node)
        case DictT(), _:
            containers.dict_store(f, value, index, new, node)
        case ClassT(), _:
            from verheal.contracts.lowering import calls

            calls.method(f, value, "__setitem__", (index, new), {}, node)
        case ((NoneT() | IntT() | StrT() | TupleT() | BoolT()), _):
            f.fail_if(TRUE, "TypeError", node)
        case _:
            f.stuck(f"stores into a value of unknown type, line {line_of(node)}", line_of(node))


__all__ = ["BOOL", "attribute", "get", "item", "put", "store", "store_item", "subscript", "text"]
