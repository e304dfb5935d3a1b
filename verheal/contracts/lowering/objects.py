"""Objects of the repository's classes: construction, equality, which fields every instance has."""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, same, select
from verheal.contracts.core.expr import FALSE, TRUE, Expr, integer
from verheal.contracts.core.types import (
    BOOL,
    BoolT,
    ClassT,
    DictT,
    ListT,
    NeverT,
    NoneT,
    OpaqueT,
    SetT,
    is_unknown,
)
from verheal.contracts.lowering import type_variables
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.bodies import is_named_tuple
from verheal.contracts.lowering.dataclass_fields import declarer, options_of
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val


def is_frozen(program: Program, key: str) -> bool:
    """Is it a frozen dataclass (or a subclass of one)?"""
    flags = [program.classes[k].dataclass_flags for k in program.describe(key).chain]
    return any(flag is not None and flag.frozen for flag in flags)


def half_made(f: Frame, key: str, name: str) -> bool:
    """May the object be one whose constructor is under way and has not set the field yet?"""
    describe = f.round.program.describe
    running = [
        one
        for one in f.round.constructing
        if one.owner is not None and (key in describe(one.owner).chain or one.owner in describe(key).chain)
    ]
    if not running:
        return False
    owners = [one.owner for one in running]
    slots = [one.env.get(f".{name}") for one in running]
    return len(set(owners)) < len(owners) or not any(slot is not None and slot.bound == TRUE for slot in slots)


def construct(f: Frame, key: str, args: tuple[Val, ...], keywords: dict[str, Val], node: ast.AST) -> Val:
    """C(args)"""
    from verheal.contracts.lowering import calls, named_tuples

    program = f.round.program
    info = program.describe(key)
    line = getattr(node, "lineno", 0)
    if is_named_tuple(program, key):
        return named_tuples.make(f, key, args, keywords, node)
    if info.opaque:
        f.stuck(f"constructs {key.partition(':')[2]} ({info.opaque}), line {line}", line)
        return f.opaque()
    if _abstract(program, key):
        f.stuck(f"constructs {key.partition(':')[2]}, which has abstract methods, line {line}", line)
        return f.opaque()
    made = f.allocate(ClassT(key))
    f.write(heap.CLASS, made.expr, integer(info.number))
    if info.exception:
        for value in (*args, *keywords.values()):
            calls.escape(f, value)  # an exception keeps its arguments, where any code finds them
    if info.constructor is None:
        if info.method("__init__") is None and info.exception:
            return exception_init(f, made, keywords, node)
        if info.method("__init__") is None:
            if args or keywords:
                return f.unsupported(f"arguments to {key}", node)
            return made
        calls.inline_method(f, made, key, "__init__", args, keywords, node)
        return made
    return _generated(f, made, key, args, keywords, node)


def _abstract(program: Program, key: str) -> bool:
    """Has the class a method that is marked as abstract and that no class below it writes?"""
    info = program.describe(key)
    if any(info.method(name) is None for name in info.asked):
        return True
    for name, owner in info.methods:
        module, _, qualname = owner.partition(":")
        written = program.modules[module].function(f"{qualname}.{name}")
        if written is not None and any("abstract" in decorator for decorator in written.decorators):
            return True
    return False


def exception_init(f: Frame, made: Val, keywords: dict[str, Val], node: ast.AST) -> Val:
    """BaseException.__init__ takes any positional arguments and no others."""
    if keywords:
        f.fail_if(TRUE, "TypeError", node)
        return BOTTOM
    return made


def _generated(f: Frame, made: Val, key: str, args: tuple[Val, ...], keywords: dict[str, Val], node: ast.AST) -> Val:
    from verheal.contracts.lowering import calls, fields, inline

    program = f.round.program
    info = program.describe(key)
    shape = info.constructor or ()
    written = [options_of(program, info.chain, name, default) or {} for name, _, default in shape]
    if any({"kw_only", "init", "**"} & set(options) for options in written):
        return f.unsupported("field(kw_only=...) or field(init=...)", node)
    if any("InitVar" in (note or "") or "KW_ONLY" in (note or "") for _, note, _ in shape):
        return f.unsupported("InitVar or KW_ONLY", node)
    if len(args) > len(shape) or any(k not in {name for name, _, _ in shape} for k in keywords):
        f.fail_if(TRUE, "TypeError", node)
        return BOTTOM
    flags = [program.classes[k].dataclass_flags for k in info.chain]
    if args and any(flag is not None and flag.kw_only for flag in flags):
        return f.unsupported("positional arguments to a keyword-only dataclass", node)
    if {name for name, _, _ in shape[: len(args)]} & set(keywords):
        f.fail_if(TRUE, "TypeError", node)
        return BOTTOM
    for index, (name, annotation, default) in enumerate(shape):
        given = args[index] if index < len(args) else keywords.get(name)
        value = given if given is not None else _default(f, key, name, default, node)
        if value is None:
            f.fail_if(TRUE, "TypeError", node)
            return BOTTOM
        owner = (info.field_of(name) or (key, None))[0]
        found = fields.declared(f, owner, name, annotation)
        if given is not None and annotation and is_unknown(found.written):
            note = ast.parse(annotation, mode="eval").body
            inline.check_value(f, owner.partition(":")[0], note, given, node)
        if type_variables.is_foreign(f, made, found.kind):
            f.write(found.var, made.expr, f.havoc(found.kind).expr)
        else:
            fields.put(f, made, found, value, node)
    if info.method("__post_init__"):
        calls.inline_method(f, made, key, "__post_init__", (), {}, node)
    return made


def _default(f: Frame, key: str, name: str, default: str | None, node: ast.AST) -> Val | None:
    """Value of a field that the call leaves out; None when there is none."""
    from verheal.contracts.lowering.inline import default_value

    if default is None:
        return None
    mro = f.round.program.describe(key).chain
    module = declarer(f.round.program, mro, name).partition(":")[0]
    options = options_of(f.round.program, mro, name, default)
    if options is None:
        return default_value(f, module, ast.parse(default, mode="eval").body, node)
    if "default_factory" in options:
        return _factory(f, options["default_factory"], node, name)
    return default_value(f, module, options["default"], node) if "default" in options else None


def _factory(f: Frame, factory: ast.expr, node: ast.AST, name: str) -> Val:
    from verheal.contracts.lowering import containers
    from verheal.contracts.lowering.expressions import hole, list_of

    match factory:
        case ast.Name(id="list"):
            return list_of(f, [], ListT(hole(f, node, name)), node)
        case ast.Name(id="dict"):
            return containers.new_dict(f, DictT(hole(f, node, name + "k"), hole(f, node, name + "v")))
        case ast.Name(id="set"):
            return containers.new_set(f, SetT(hole(f, node, name)))
        case _:
            return f.unsupported("this default_factory", node)


def equal(f: Frame, a: Val, b: Val, node: ast.AST) -> Expr:
    """a == b where one is an object."""
    from verheal.contracts.lowering import calls, containers  # noqa: F401

    program = f.round.program
    if NeverT() in (a.type, b.type):
        return FALSE
    line = getattr(node, "lineno", 0)
    for one, other in ((a, b), (b, a)):
        if not isinstance(one.type, ClassT) or isinstance(other.type, OpaqueT):
            continue
        family = [program.describe(k) for k in (one.type.name, *program.subclasses(one.type.name))]
        if any(info.may_have("__eq__") or info.opaque for info in family):  # a class that is not modelled may have one
            own = program.describe(one.type.name).method("__eq__") is not None
            if own and one is a and not program.subclasses(one.type.name):
                found = calls.inline_method(f, a, one.type.name, "__eq__", (b,), {}, node)
                if isinstance(found.type, BoolT):
                    return found.expr
            f.stuck(f"== by a user's __eq__, line {line}", line)
            return f.havoc(BOOL, "eq").expr
    if not (isinstance(a.type, ClassT) and isinstance(b.type, ClassT)):
        return FALSE
    if not _dataclass_eq(program, a.type.name) and not _dataclass_eq(program, b.type.name):
        return same(a.expr, b.expr)
    return _fieldwise(f, a, b, line)


def _dataclass_eq(program: Program, key: str) -> bool:
    keys = {*program.describe(key).chain, *program.subclasses(key)}
    flags = [program.classes[k].dataclass_flags for k in keys]
    return any(flag is not None and flag.eq for flag in flags)


def _fieldwise(f: Frame, a: Val, b: Val, line: int) -> Expr:
    from verheal.contracts.lowering import fields

    program = f.round.program
    assert isinstance(a.type, ClassT) and isinstance(b.type, ClassT)
    info = program.describe(a.type.name)
    flags = [program.classes[k].dataclass_flags for k in info.chain]
    # What is compared are the fields: those of the constructor where one is generated.
    shape = None if any(flag is not None and not flag.init for flag in flags) else info.constructor
    if a.type == b.type and shape is not None and not program.subclasses(a.type.name):
        cells = []
        for name, annotation, default in shape:
            if {"compare", "**"} & set(options_of(program, info.chain, name, default) or {}):
                break
            owner = (info.field_of(name) or (info.key, None))[0]
            found = fields.declared(f, owner, name, annotation)
            if not exact_key(found.kind):
                break
            var = f.heap(found.var)
            cells.append(same(select(var, a.expr), select(var, b.expr)))
        else:
            return f.name_value(f.val(both(*cells)), "eq").expr
    f.stuck(f"== of these objects, line {line}", line, reads_only=True)
    return f.havoc(BOOL, "eq").expr


__all__ = ["NONE_VAL", "NoneT", "construct", "equal", "is_frozen"]
