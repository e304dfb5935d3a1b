"""Calls: builtins, functions and methods of the repository (inlined, by contract when recursive), and the unknown."""

from __future__ import annotations

import ast

from verheal.contracts.core.build import no
from verheal.contracts.core.expr import TRUE, Const
from verheal.contracts.core.types import (
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
    SetT,
    StrT,
    TupleT,
)
from verheal.contracts.lowering import class_values, dispatch, new_types, nonlocals
from verheal.contracts.lowering.access import is_global, is_local, surely_imported
from verheal.contracts.lowering.bindings import ClassRef, External, FunctionRef
from verheal.contracts.lowering.dispatch import Arguments, called, inline_method, method, operator_method
from verheal.contracts.lowering.frame import Frame, holes_in
from verheal.contracts.lowering.number_calls import bit_length
from verheal.contracts.lowering.operators import to_int
from verheal.contracts.lowering.starred import items_of
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val


def call(f: Frame, node: ast.Call) -> Val:
    """func(args)"""
    from verheal.contracts.lowering.expressions import lower

    func = node.func
    if isinstance(func, ast.Name):
        if is_local(f, func.id):
            return _local(f, func.id, node)
        return _bound(f, f.meaning(func.id), node)
    if isinstance(func, ast.Attribute):
        if is_global(f, func):
            found = f.meaning(ast.unparse(func))
            if isinstance(found, FunctionRef | ClassRef | External):
                return _bound(f, found, node)
            base = f.meaning(ast.unparse(func.value))
            if isinstance(base, ClassRef):
                if (given := arguments(f, node)) is None:
                    return unknown(f, node, ast.unparse(func))
                return on_class(f, base.key, func.attr, given, node)
        if dispatch.is_super(func.value):
            return _super(f, func.attr, node)
        return _on_value(f, func, node)
    return _of_value(f, lower(f, func), "an expression", node)


def _of_value(f: Frame, value: Val, name: str, node: ast.Call) -> Val:
    """A call of a function that was made somewhere, or of what is not known."""
    from verheal.contracts.lowering import function_values

    if function_values.made_of(f, value) is None:
        return unknown(f, node, name)
    given = arguments(f, node)
    if given is None:
        return unknown(f, node, name)
    found = function_values.call(f, value, given, node)
    return called(f, given, name, node) if found is None else found


def _local(f: Frame, name: str, node: ast.Call) -> Val:
    """A call of a variable: of a function that was made here, or of something that is not known."""
    from verheal.contracts.lowering import closures
    from verheal.contracts.lowering.names import read_name

    definition = closures.nested(f, name)
    if definition is None:
        slot = f.env.get(name)
        known = slot is not None and class_values.family(f.round.program, slot.type)
        made = class_values.call(f, read_name(f, name, node.func), node) if known else None
        return _of_value(f, read_name(f, name, node.func), name, node) if made is None else made
    read_name(f, name, node.func)
    if f.round.dead:
        return BOTTOM
    found = closures.call(f, definition, node)
    if found is None and nonlocals.names_of(definition):
        f.give_up("unsupported: nonlocal", node)
    return unknown(f, node, name) if found is None else found


def arguments(f: Frame, node: ast.Call) -> Arguments | None:
    """The arguments, evaluated in order; None (nothing evaluated) when there are stars before what is no tuple."""
    from verheal.contracts.lowering.expressions import lower

    if any(k.arg is None for k in node.keywords):
        return None
    if not all(_is_tuple(f, a.value) for a in node.args if isinstance(a, ast.Starred)):
        return None
    args: list[Val] = []
    for one in node.args:
        value = lower(f, one.value if isinstance(one, ast.Starred) else one)
        if not isinstance(one, ast.Starred) or isinstance(value.type, NeverT):
            args.append(value)
        elif isinstance(value.type, TupleT):
            args += items_of(value)
        else:
            f.give_up("unsupported: a starred argument that is another one now", node)
    return tuple(args), {str(k.arg): lower(f, k.value) for k in node.keywords}


def _is_tuple(f: Frame, node: ast.expr) -> bool:
    """Is it a variable or attribute that holds a tuple of known length, whatever reading it does?"""
    from verheal.contracts.lowering.expressions import lower

    if not isinstance(node, ast.Name | ast.Attribute):
        return False
    found: list[Val] = []
    f.collect(lambda: found.append(lower(f, node)))
    return bool(found) and isinstance(found[0].type, TupleT)


def unknown(f: Frame, node: ast.Call, name: str) -> Val:
    """A call of something that is not known: arguments are evaluated, then anything may happen."""
    from verheal.contracts.lowering.expressions import lower

    for part in [*node.args, *(k.value for k in node.keywords)]:
        value = lower(f, part.value if isinstance(part, ast.Starred) else part)
        escape(f, value)
    f.stuck(f"calls {name}, which is not known, line {node.lineno}", node.lineno)
    return f.opaque()


def escape(f: Frame, value: Val) -> None:
    """Code that is not known gets the value: containers whose element type was inferred may then hold anything."""
    from verheal.contracts.core.types import OPAQUE

    for hole in holes_in(value.type):
        f.round.learned.widen(hole, OPAQUE)


def _bound(f: Frame, binding: object, node: ast.Call) -> Val:
    from verheal.contracts.lowering import inline, library, objects
    from verheal.contracts.lowering.builtin_calls import BUILTINS
    from verheal.contracts.lowering.known_calls import KNOWN

    match binding:
        case FunctionRef(module, qualname):
            given = arguments(f, node)
            if given is None:
                return unknown(f, node, qualname)
            return inline.inline(f, module, qualname, given[0], given[1], node)
        case ClassRef(key):
            given = arguments(f, node)
            if given is None:
                return unknown(f, node, key)
            return objects.construct(f, key, given[0], given[1], node)
        case External(dotted):
            table = dict(BUILTINS)
            name = dotted.removeprefix("builtins.")
            if dotted.startswith("builtins.") and name in table:
                return table[name](f, node)
            known = dict(KNOWN).get(dotted)
            if known is not None:
                return known(f, node)
            described = library.call(f, dotted, node) if surely_imported(f, node.func) else None
            if described is not None:
                return described
            if dotted.startswith("builtins.") and "." in name:
                owner, _, method_name = name.partition(".")
                return _on_builtin_class(f, owner, method_name, node)
            return unknown(f, node, name)
        case _ if new_types.base(f.round.program, binding) is not None and surely_imported(f, node.func):
            given = arguments(f, node)
            if given is None or len(given[0]) != 1 or given[1]:
                return unknown(f, node, ast.unparse(node.func)) if given is None else called(f, given, "NewType", node)
            return given[0][0]
        case _:
            return unknown(f, node, ast.unparse(node.func))


def _on_builtin_class(f: Frame, owner: str, name: str, node: ast.Call) -> Val:
    """Exception.__init__(self, ...) and object.__setattr__(self, "x", value), as constructors write them."""
    from verheal.contracts.lowering import access
    from verheal.contracts.lowering.trying import mro

    given = arguments(f, node)
    if given is None:
        return unknown(f, node, f"{owner}.{name}")
    first = given[0][0] if given[0] else NONE_VAL
    if not isinstance(first.type, ClassT) or f.round.program.describe(first.type.name).opaque:
        return called(f, given, f"{owner}.{name}", node)
    if name == "__init__" and owner in mro(f.round.program, first.type.name):
        return dispatch.exception_init(f, (given[0][1:], given[1]), node)
    if (owner, name) == ("object", "__setattr__") and len(given[0]) == 3 and not given[1]:
        attribute = given[0][1].expr
        if isinstance(attribute, Const) and isinstance(attribute.value, str):
            access.put_field(f, first, attribute.value, given[0][2], node)
            return NONE_VAL
    return called(f, given, f"{owner}.{name}", node)


def on_class(f: Frame, key: str, name: str, given: Arguments, node: ast.Call) -> Val:
    """C.name(args) for the class C with this key, the arguments being evaluated."""
    from verheal.contracts.lowering import inline

    program = f.round.program
    info = program.describe(key)
    module, _, qualname = (info.method(name) or "").partition(":")
    function = program.modules[module].function(f"{qualname}.{name}") if qualname and not info.opaque else None
    if function is None or function.is_property or program.replaced(key, name):
        return called(f, given, ast.unparse(node.func), node)
    own = (Val(f.opaque().expr, class_values.label_of(program, key)),) if function.is_class else ()
    return inline.inline(f, module, f"{qualname}.{name}", (*own, *given[0]), given[1], node)


def _super(f: Frame, name: str, node: ast.Call) -> Val:
    me = dispatch.own_object(f)
    given = arguments(f, node) if me is not None else None
    if me is None or given is None:
        return unknown(f, node, "super()")
    return dispatch.above(f, me, name, given, node)


def _on_value(f: Frame, func: ast.Attribute, node: ast.Call) -> Val:
    from verheal.contracts.lowering import collections_read, library, octets_made
    from verheal.contracts.lowering.expressions import lower, split
    from verheal.contracts.lowering.methods import container_method

    def one(value: Val) -> Val:
        match value.type:
            case NeverT():
                return BOTTOM
            case NoneT():
                f.fail_if(TRUE, "AttributeError", func)
                return BOTTOM
            case ListT() | DictT() | SetT() | StrT() | TupleT():
                return container_method(f, value, func.attr, node)
            case ClassT(key):
                made = class_values.of_field(f, value, key, func.attr, node)
                given = arguments(f, node) if made is None else None
                if made is not None or given is None:
                    return unknown(f, node, func.attr) if made is None else made
                return method(f, value, func.attr, given[0], given[1], node)
            case IntT() | BoolT() if func.attr == "bit_length" and not node.args and not node.keywords:
                return bit_length(f, to_int(value))
            case IntT() | BoolT() if func.attr == "to_bytes":
                written = octets_made.to_bytes(f, to_int(value), node)
                return unknown(f, node, "method to_bytes of int") if written is None else written
            case EnumT(key):
                given = arguments(f, node)
                if given is None or f.round.program.describe(key).method(func.attr) is None:
                    return unknown(f, node, func.attr)
                return inline_method(f, value, key, func.attr, given[0], given[1], node)
            case LibraryT() if (found := library.method(f, value, func.attr, node)) is not None:
                return found
            case OpaqueT() if (read := collections_read.method(f, value, func.attr, node)) is not None:
                return read
            case OpaqueT():
                found = class_values.method(f, value, func.attr, node)
                return unknown(f, node, ast.unparse(func)) if found is None else found
            case _:
                return unknown(f, node, f"method {func.attr} of {type(value.type).__name__.removesuffix('T').lower()}")

    return split(f, lower(f, func.value), one)


__all__ = ["TRUE", "call", "called", "escape", "inline_method", "method", "no", "operator_method", "unknown"]
