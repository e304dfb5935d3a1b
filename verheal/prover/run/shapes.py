"""What a generator of inputs must know of functions and classes, read from the metamodel without importing
anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from verheal.contracts.source.known import ARGUMENT_MUTATORS, MUTATORS, PURE_BUILTINS, PURE_METHODS
from verheal.contracts.source.model import Class, Effect, Function, Module, ParameterKind
from verheal.prover.run.examples import examples_in
from verheal.prover.run.mentions import Keys, mentioned

GENERATOR = "list(__import__('itertools').islice({}, 100))"
MANAGER = GENERATOR.replace("{}", "__import__('operator').attrgetter('gen')({})")  # the body of a context manager
CONTRACT_DECORATORS = frozenset({"require", "ensure", "snapshot", "pre", "post", "raises", "safe", "pure", "has"})
OPERATIONS = ("__call__", "__delitem__", "__enter__", "__setitem__")  # methods behind a notation anybody may use
COROUTINE = "__import__('asyncio').run({})"


@dataclass(frozen=True)
class Param:
    """A parameter; `annotation` is source text of the module `home` ("": of the one that asks), `kind` as in the
    metamodel. `passed`: the parameters, of the constructor above, that `**more` hands its keywords on to."""

    name: str
    annotation: str | None = None
    has_default: bool = False
    kind: str = ParameterKind.NORMAL.value
    home: str = field(default="", compare=False)
    passed: tuple[Param, ...] = ()


@dataclass(frozen=True)
class ClassShape:
    """How to make an instance: by calling `expression` with `init`, or by naming one of `members` (an enum).

    `init` is None when it is not known how. `children` are the keys of known subclasses. `changes` are public methods,
    with their parameters, that give an object a history and do nothing else. `overridden` are the names of methods
    that subclasses have as well. `is_dict` is a TypedDict: `init` are its keys. `examples` are arguments that somebody
    wrote. `made` are the keys of classes of which it is the metaclass: they are its instances.
    """

    expression: str
    init: tuple[Param, ...] | None
    members: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    changes: tuple[tuple[str, tuple[Param, ...]], ...] = ()
    overridden: frozenset[str] = frozenset()
    is_dict: bool = False
    examples: tuple[str, ...] = ()
    made: tuple[str, ...] = ()


@dataclass(frozen=True)
class FunctionShape:
    """A function to call. `how`: plain, method, static, class, property or init; `owner` the class
    expression.

    `drive` runs what the call gives: a generator up to its hundredth item, be it that of a context manager, a coroutine
    to its result. `examples` are arguments that somebody wrote. `recurs`: it, or what it calls in its module, calls
    itself. `keys` are those that it asks dicts for.
    """

    qualname: str
    params: tuple[Param, ...]
    how: str = "plain"
    owner: str = ""
    ints: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    drive: str = "{}"
    examples: tuple[str, ...] = ()
    recurs: bool = False
    keys: tuple[Keys, ...] = ()


def changes_of(module: Module, cls: Class) -> Iterator[tuple[str, tuple[Param, ...]]]:
    """The public methods of a class that do nothing but change its object."""
    for qualname in cls.methods:
        found = module.function(qualname)
        if found is None or "self" not in found.effects.mutates:
            continue
        if found.name.startswith("_") and found.name not in OPERATIONS:
            continue
        if found.is_static or found.is_class or found.is_property or found.is_async or found.is_generator:
            continue
        world = found.effects.level is Effect.TOUCHES_WORLD
        if not world and all(_is_harmless(call.callee) for call in found.calls):
            yield found.name, params_of(found)[1:]


def _is_harmless(callee: str) -> bool:
    """Of a callee, or a decorator: that it changes objects at most."""
    last = callee.rpartition(".")[2]
    known = PURE_BUILTINS | ARGUMENT_MUTATORS | CONTRACT_DECORATORS
    return callee in known or last in MUTATORS | PURE_METHODS | CONTRACT_DECORATORS


def params_of(function: Function) -> tuple[Param, ...]:
    """All parameters in order, the receiver included."""
    return tuple(
        Param(p.name, p.annotation, p.default is not None, p.kind.value, function.module) for p in function.parameters
    )


def function_shape(module: Module, function: Function) -> FunctionShape | None:
    """The function as something to call, or None when no expression reaches it (it is nested in another)."""
    if function.nested or "<locals>" in function.qualname:
        return None
    params = params_of(function)
    said = mentioned(module.text, function.first_line, function.span.end_line)
    if function.is_async and function.is_generator:
        return None
    written = examples_in(module.text)
    manager = any(text.rpartition(".")[2] == "contextmanager" for text in function.decorators)
    generator = MANAGER if manager else GENERATOR
    drive = generator if function.is_generator else COROUTINE if function.is_async else "{}"
    name, how, owner = function.name, "plain", ""
    if function.class_name is not None:
        owner = function.qualname.rsplit(".", 1)[0]
        how = _how(function)
        name = owner.rpartition(".")[2] if how == "init" else name
    own = params if how in ("plain", "static") else params[1:]
    return FunctionShape(
        function.qualname, own, how, owner, said.ints, said.texts, drive, written.get(name, ()),
        _recurs(module, function), said.keys,
    )  # fmt: skip


def _how(function: Function) -> str:
    if function.name in ("__init__", "__new__", "__post_init__"):
        return "init"
    if function.is_property:
        return "property"
    return "static" if function.is_static else "class" if function.is_class else "method"


def _recurs(module: Module, function: Function) -> bool:
    called = {call.callee.rpartition(".")[2] for call in function.calls}
    near = [function, *(other for other in module.functions if other.name in called)]
    return any(call.callee.rpartition(".")[2] == one.name for one in near for call in one.calls)


def linked(shape: ClassShape) -> str | None:
    """The parameter of a class's constructor that takes another of its objects, or None: the rest of a list."""
    name = re.compile(rf"\b{re.escape(shape.expression.rpartition('.')[2])}\b")
    for one in shape.init or ():
        if one.annotation is not None and "None" in one.annotation.replace("Optional", "None"):
            if name.search(one.annotation) and "[" not in one.annotation.replace("Optional[", ""):
                return one.name
    return None
