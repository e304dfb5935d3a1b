"""Calls: builtins, functions and methods of the repository (inlined, by contract when recursive), and the unknown."""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import no, same, select
from verheal.contracts.core.expr import TRUE, App, Const, Expr
from verheal.contracts.core.types import (
    ClassT,
    DictT,
    EnumT,
    LibraryT,
    ListT,
    NeverT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
)
from verheal.contracts.lowering.access import is_global, is_local, line_of, surely_imported
from verheal.contracts.lowering.frame import Frame, holes_in
from verheal.contracts.lowering.program import ClassRef, External, FunctionRef
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val

Arguments = tuple[tuple[Val, ...], dict[str, Val]]


def call(f: Frame, node: ast.Call) -> Val:
    """func(args)"""
    func = node.func
    if isinstance(func, ast.Name):
        if is_local(f, func.id):
            return _local(f, func.id, node)
        return _bound(f, f.round.program.binding(f.module, func.id), node)
    if isinstance(func, ast.Attribute):
        if is_global(f, func):
            found = f.round.program.attribute(f.module, ast.unparse(func))
            if isinstance(found, FunctionRef | ClassRef | External):
                return _bound(f, found, node)
            base = f.round.program.attribute(f.module, ast.unparse(func.value))
            if isinstance(base, ClassRef):
                return _on_class(f, base, func.attr, node)
        if _is_super(func.value):
            return _super(f, func.attr, node)
        return _on_value(f, func, node)
    return unknown(f, node, "an expression")


def _local(f: Frame, name: str, node: ast.Call) -> Val:
    """A call of a variable: of a function that was made here, or of something that is not known."""
    from verheal.contracts.lowering import closures
    from verheal.contracts.lowering.names import read_name

    definition = closures.nested(f, name)
    if definition is None:
        return unknown(f, node, name)
    read_name(f, name, node.func)
    if f.round.dead:
        return BOTTOM
    found = closures.call(f, definition, node)
    return unknown(f, node, name) if found is None else found


def _is_super(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="super"), args=[], keywords=[]):
            return True
        case _:
            return False


def arguments(f: Frame, node: ast.Call) -> Arguments | None:
    """The arguments, evaluated in order; None (nothing evaluated) when there are stars."""
    from verheal.contracts.lowering.expressions import lower

    if any(isinstance(a, ast.Starred) for a in node.args) or any(k.arg is None for k in node.keywords):
        return None
    args = tuple(lower(f, a) for a in node.args)
    return args, {str(k.arg): lower(f, k.value) for k in node.keywords}


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
        return _exception_init(f, (given[0][1:], given[1]), node)
    if (owner, name) == ("object", "__setattr__") and len(given[0]) == 3 and not given[1]:
        attribute = given[0][1].expr
        if isinstance(attribute, Const) and isinstance(attribute.value, str):
            access.put_field(f, first, attribute.value, given[0][2], node)
            return NONE_VAL
    return called(f, given, f"{owner}.{name}", node)


def called(f: Frame, given: Arguments, name: str, node: ast.Call) -> Val:
    """A call of something that is not known, with arguments that were evaluated."""
    for value in (*given[0], *given[1].values()):
        escape(f, value)
    f.stuck(f"calls {name}, which is not known, line {node.lineno}", node.lineno)
    return f.opaque()


def _on_class(f: Frame, base: ClassRef, name: str, node: ast.Call) -> Val:
    from verheal.contracts.lowering import inline

    program = f.round.program
    info = program.describe(base.key)
    owner = info.method(name)
    given = arguments(f, node)
    if owner is None or given is None or info.opaque:
        return unknown(f, node, ast.unparse(node.func))
    module, _, qualname = owner.partition(":")
    function = program.modules[module].function(f"{qualname}.{name}")
    if function is None or function.is_class:
        return unknown(f, node, ast.unparse(node.func))
    return inline.inline(f, module, f"{qualname}.{name}", given[0], given[1], node)


def _super(f: Frame, name: str, node: ast.Call) -> Val:
    program = f.round.program
    me = f.env.get("self")
    if f.owner is None or me is None or not isinstance(me.type, ClassT):
        return unknown(f, node, "super()")
    chain = program.describe(me.type.name).chain
    # The method after the class that the code stands in, in the order of the (single) inheritance chain.
    above = chain[chain.index(f.owner) + 1 :] if f.owner in chain else ()
    owner = next((k for k in above if f"{k.partition(':')[2]}.{name}" in program.classes[k].methods), None)
    given = arguments(f, node)
    passed = above[: above.index(owner)] if owner is not None else above
    generated = name.startswith("__") and any(program.classes[k].is_dataclass for k in passed)
    if given is None or generated:
        return unknown(f, node, "super()")
    if owner is None and name == "__init__" and program.describe(me.type.name).exception:
        return _exception_init(f, given, node)
    if owner is None:
        if name == "__init__" and not given[0] and not given[1] and not program.describe(me.type.name).opaque:
            return NONE_VAL
        return unknown(f, node, f"super().{name}")
    return inline_method(f, Val(me.var, me.type), owner, name, given[0], given[1], node)


def _exception_init(f: Frame, given: Arguments, node: ast.Call) -> Val:
    """What BaseException.__init__ does: it keeps the arguments."""
    from verheal.contracts.lowering.objects import exception_init

    for value in given[0]:
        escape(f, value)
    return exception_init(f, NONE_VAL, given[1], node)


def _on_value(f: Frame, func: ast.Attribute, node: ast.Call) -> Val:
    from verheal.contracts.lowering import library
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
            case ClassT():
                given = arguments(f, node)
                if given is None:
                    return unknown(f, node, func.attr)
                return method(f, value, func.attr, given[0], given[1], node)
            case EnumT(key):
                given = arguments(f, node)
                if given is None or f.round.program.describe(key).method(func.attr) is None:
                    return unknown(f, node, func.attr)
                return inline_method(f, value, key, func.attr, given[0], given[1], node)
            case LibraryT() if (found := library.method(f, value, func.attr, node)) is not None:
                return found
            case OpaqueT():
                return unknown(f, node, ast.unparse(func))
            case _:
                return unknown(f, node, f"method {func.attr} of {type(value.type).__name__.removesuffix('T').lower()}")

    return split(f, lower(f, func.value), one)


def method(f: Frame, value: Val, name: str, args: tuple[Val, ...], keywords: dict[str, Val], node: ast.AST) -> Val:
    """value.name(args) on an object: the override of its class, whichever known subclass it is of."""
    program = f.round.program
    assert isinstance(value.type, ClassT)
    key = value.type.name
    info = program.describe(key)
    default = info.method(name)
    others: dict[str, list[str]] = {}
    for sub in program.subclasses(key):
        owner = program.describe(sub).method(name)
        if program.describe(sub).opaque:
            owner = None
        if owner != default:
            others.setdefault(owner or "", []).append(sub)
    if others:
        f.round.assumptions.setdefault("known-subclasses")

    def go(rest: list[tuple[str, list[str]]]) -> Val:
        if not rest:
            return _one_method(f, value, default, name, args, keywords, node)
        owner, subs = rest[0]
        test = has_class(f, value, tuple(subs))
        return (
            f.branch(
                test,
                lambda: _one_method(f, _as_below(f, value, owner), owner or None, name, args, keywords, node),
                lambda: go(rest[1:]),
            )
            or BOTTOM
        )

    return go(sorted(others.items()))


def _as_below(f: Frame, value: Val, owner: str) -> Val:
    """The object, which was seen to be of the class `owner` or of one below it, as one of that class."""
    assert isinstance(value.type, ClassT)
    if not owner or value.type.name not in f.round.program.describe(owner).chain:
        return value
    return f.val(App("ref.cast", (value.expr,), ClassT(owner))) if owner != value.type.name else value


def has_class(f: Frame, value: Val, keys: tuple[str, ...]) -> Expr:
    """The object's class is exactly one of these."""
    from verheal.contracts.core.build import either
    from verheal.contracts.core.expr import integer

    tag = select(f.heap(heap.CLASS), value.expr)
    return either(*(same(tag, integer(f.round.program.describe(key).number)) for key in keys))


def _one_method(
    f: Frame,
    value: Val,
    owner: str | None,
    name: str,
    args: tuple[Val, ...],
    keywords: dict[str, Val],
    node: ast.AST,
) -> Val:
    if owner is None or _shadowed(f, value, name):
        line = line_of(node)
        f.stuck(f"calls {name} of {value.type.name.partition(':')[2]}, line {line}", line)  # type: ignore[union-attr]
        return f.opaque()
    return inline_method(f, value, owner, name, args, keywords, node)


def _shadowed(f: Frame, value: Val, name: str) -> bool:
    """May an attribute of this object, or a patch of its class, stand before the method?"""
    program = f.round.program
    assert isinstance(value.type, ClassT)
    keys = (value.type.name, *program.subclasses(value.type.name))
    touched = program.stored(value.type.name, name) or program.deleted(value.type.name, name)
    return touched or any(program.describe(k).field_of(name) is not None for k in keys)


def inline_method(
    f: Frame,
    value: Val,
    owner: str,
    name: str,
    args: tuple[Val, ...],
    keywords: dict[str, Val],
    node: ast.AST,
) -> Val:
    """The method `name` that the class `owner` (or the nearest above it) defines, called on a value."""
    from verheal.contracts.lowering import inline

    program = f.round.program
    owner = program.describe(owner).method(name) or owner
    module, _, qualname = owner.partition(":")
    function = program.modules[module].function(f"{qualname}.{name}")
    if function is None:
        f.stuck(f"calls {name}, line {line_of(node)}", line_of(node))
        return f.opaque()
    if function.is_static:
        return inline.inline(f, module, f"{qualname}.{name}", args, keywords, node)
    if function.is_class:
        f.stuck(f"unsupported: class method {name}, line {line_of(node)}", line_of(node))
        return f.opaque()
    return inline.inline(f, module, f"{qualname}.{name}", (value, *args), keywords, node)


def operator_method(f: Frame, a: Val, dunder: str, b: Val, node: ast.AST) -> Val:
    """a.__op__(b) of a user's class; NotImplemented is not modelled."""
    return method(f, a, dunder, (b,), {}, node)


__all__ = ["TRUE", "call", "called", "escape", "inline_method", "method", "no", "operator_method", "unknown"]
