"""Methods and properties of objects: which of the classes read defines what runs, whatever class the object is of.

Law (data model): attributes of a class are looked up in the method resolution order of the object's own class, which
may be any of the subclasses that were read; super() goes on in that order behind the class it is written in.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core import heap
from verheal.contracts.core.build import either, same, select
from verheal.contracts.core.expr import TRUE, App, Expr, integer
from verheal.contracts.core.types import ClassT
from verheal.contracts.lowering import class_values, constructing, properties
from verheal.contracts.lowering.access import line_of
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.sure import set_by
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val

Arguments = tuple[tuple[Val, ...], dict[str, Val]]
OBJECT, EXCEPTION, UNKNOWN = "object", "exception", ""  # instead of the key of a class: nothing before these has it


def method(
    f: Frame,
    value: Val,
    name: str,
    args: tuple[Val, ...],
    keywords: dict[str, Val],
    node: ast.AST,
    part: str = "",
) -> Val:
    """value.name(args) on an object; with `part`, the getter or setter of a property."""
    program = f.round.program
    assert isinstance(value.type, ClassT)

    def owner_in(key: str) -> str:
        return UNKNOWN if program.describe(key).opaque else program.describe(key).method(name) or UNKNOWN

    def work(owner: str) -> Val:
        if owner == UNKNOWN or _shadowed(f, value, name, part):
            return _stuck(f, f"calls {name} of {_word(value)}", node)
        return inline_method(f, _as_below(f, value, owner), owner, name, args, keywords, node, part)

    default = program.describe(value.type.name).method(name) or UNKNOWN
    return _each(f, value, default, owner_in, work)


def above(f: Frame, value: Val, name: str, given: Arguments, node: ast.AST, part: str = "") -> Val:
    """super().name(args) in a method of the class `f.owner`; with `part`, super().name of a property."""
    program = f.round.program
    assert isinstance(value.type, ClassT) and f.owner is not None
    written_in = f.owner

    def work(owner: str) -> Val:
        if owner == EXCEPTION and not part:
            return exception_init(f, given, node)
        if owner == OBJECT and name == "__init__" and not given[0] and not given[1]:
            return NONE_VAL
        if owner in (UNKNOWN, OBJECT, EXCEPTION) or program.replaced(owner, name):
            return called(f, given, f"super().{name}", node)
        return inline_method(f, value, owner, name, given[0], given[1], node, part)

    default = next_owner(program, value.type.name, written_in, name)
    return _each(f, value, default, lambda key: next_owner(program, key, written_in, name), work)


def next_owner(program: Program, key: str, written_in: str, name: str) -> str:
    """Who defines what super().name means in a method of `written_in`, of an object of just the class `key`."""
    info = program.describe(key)
    chain = info.above(written_in)
    if chain is None:
        return UNKNOWN
    for one in chain:
        if f"{one.partition(':')[2]}.{name}" in program.classes[one].methods:
            return one
        if name.startswith("__") and program.classes[one].is_dataclass:
            return UNKNOWN  # a generated method
        if any(item.name == name for item in program.classes[one].fields):
            return UNKNOWN
    if info.exception:
        return EXCEPTION if name == "__init__" else UNKNOWN
    return UNKNOWN if info.opaque or name in info.behind else OBJECT


def own_object(f: Frame) -> Val | None:
    """What super() is about in this frame; None where that is not known."""
    me = f.env.get("self")
    if f.owner is None or me is None or not isinstance(me.type, ClassT):
        return None
    try:
        definition, _ = f.round.program.function_node(f.module, f.qualname)
    except KeyError:
        return None
    first = [*definition.args.posonlyargs, *definition.args.args][:1]
    return Val(me.var, me.type) if [one.arg for one in first] == ["self"] else None


def is_super(node: ast.expr) -> bool:
    """Is it `super()`?"""
    match node:
        case ast.Call(func=ast.Name(id="super"), args=[], keywords=[]):
            return True
        case _:
            return False


def called(f: Frame, given: Arguments, name: str, node: ast.AST) -> Val:
    """A call of something that is not known, with arguments that were evaluated."""
    from verheal.contracts.lowering.calls import escape

    for value in (*given[0], *given[1].values()):
        escape(f, value)
    return _stuck(f, f"calls {name}, which is not known", node)


def exception_init(f: Frame, given: Arguments, node: ast.AST) -> Val:
    """What BaseException.__init__ does: it keeps the arguments."""
    from verheal.contracts.lowering import objects
    from verheal.contracts.lowering.calls import escape

    for value in given[0]:
        escape(f, value)
    return objects.exception_init(f, NONE_VAL, given[1], node)


def _each(f: Frame, value: Val, default: str, owner_in: Callable[[str], str], work: Callable[[str], Val]) -> Val:
    """work(owner) for whichever class the object is of; most are of one whose owner is `default`."""
    program = f.round.program
    assert isinstance(value.type, ClassT)
    others: dict[str, list[str]] = {}
    for sub in program.subclasses(value.type.name):
        owner = owner_in(sub)
        if owner != default:
            others.setdefault(owner, []).append(sub)
    if others:
        f.round.assumptions.setdefault("known-subclasses")

    def go(rest: list[tuple[str, list[str]]]) -> Val:
        if not rest:
            return work(default)
        owner, subs = rest[0]
        test = has_class(f, value, tuple(subs))
        return f.branch(test, lambda: work(owner), lambda: go(rest[1:])) or BOTTOM

    return go(sorted(others.items()))


def _as_below(f: Frame, value: Val, owner: str) -> Val:
    """The object, which was seen to be of the class `owner` or of one below it, as one of that class."""
    assert isinstance(value.type, ClassT)
    if value.type.name not in f.round.program.describe(owner).chain:
        return value
    return f.val(App("ref.cast", (value.expr,), ClassT(owner))) if owner != value.type.name else value


def has_class(f: Frame, value: Val, keys: tuple[str, ...]) -> Expr:
    """The object's class is exactly one of these."""
    tag = select(f.heap(heap.CLASS), value.expr)
    return either(*(same(tag, integer(f.round.program.describe(key).number)) for key in keys))


def _shadowed(f: Frame, value: Val, name: str, part: str) -> bool:
    """May an attribute of this object, or a patch of its class, stand before the method?"""
    program = f.round.program
    assert isinstance(value.type, ClassT)
    if part:
        return program.replaced(value.type.name, name)
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
    part: str = "",
) -> Val:
    """The method `name` that the class `owner` (or the nearest above it) defines, called on a value."""
    from verheal.contracts.lowering import inline

    program = f.round.program
    owner = program.describe(owner).method(name) or owner
    module, _, qualname = owner.partition(":")
    function = program.modules[module].function(f"{qualname}.{name}")
    if function is None or function.is_property != bool(part):
        return _stuck(f, f"calls {name}" if not part else f"attribute {name}, which is no property", node)
    if function.is_static:
        return inline.inline(f, module, f"{qualname}.{name}", args, keywords, node)
    if function.is_class:
        if not isinstance(value.type, ClassT):
            return _stuck(f, f"unsupported: class method {name}", node)
        cls = Val(f.opaque().expr, class_values.label_of(program, value.type.name))
        return inline.inline(f, module, f"{qualname}.{name}", (cls, *args), keywords, node)
    if part:
        found = _accessed(f, value, owner, name, args, node, part)
    else:
        found = inline.inline(f, module, f"{qualname}.{name}", (value, *args), keywords, node)
    _now_set(f, value, owner, name, part)
    return found


def _now_set(f: Frame, value: Val, owner: str, name: str, part: str) -> None:
    """In a constructor: what the method that it called on its own object has set, whatever class that is of."""
    if not constructing.is_own(f, value) or not isinstance(value.type, ClassT):
        return
    program = f.round.program
    keys = (value.type.name, *program.subclasses(value.type.name))
    for field in sorted(frozenset.intersection(*(set_by(program, key, owner, name, part) for key in keys))):
        f.assign(f".{field}", f.val(TRUE))


def _accessed(f: Frame, value: Val, owner: str, name: str, args: tuple[Val, ...], node: ast.AST, part: str) -> Val:
    from verheal.contracts.lowering import inline

    found = properties.accessors(f.round.program, owner, name)
    if found is None:
        return _stuck(f, f"unsupported: property {name} made in this way", node)
    if part not in found:
        f.fail_if(TRUE, "AttributeError", node)
        return BOTTOM
    module, _, qualname = owner.partition(":")
    return inline.inline(f, module, f"{qualname}.{name}", (value, *args), {}, node, found[part])


def operator_method(f: Frame, a: Val, dunder: str, b: Val, node: ast.AST) -> Val:
    """a.__op__(b) of a user's class; NotImplemented is not modelled."""
    return method(f, a, dunder, (b,), {}, node)


def _word(value: Val) -> str:
    assert isinstance(value.type, ClassT)
    return value.type.name.partition(":")[2]


def _stuck(f: Frame, why: str, node: ast.AST) -> Val:
    line = line_of(node)
    f.stuck(f"{why}, line {line}", line)
    return f.opaque()


__all__ = ["above", "has_class", "inline_method", "method", "operator_method"]
