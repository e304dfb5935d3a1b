"""Which fields every instance of a class has once it is constructed: definite assignment through what `__init__` calls.

Law: on every way to its end a constructor has run each statement that stands on all of them; a method that it calls
on its own object, a setter, and what super() means are those of the object's own class.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verheal.contracts.lowering import properties
from verheal.contracts.lowering.attributes import bound_names
from verheal.contracts.lowering.bindings import ClassRef, External
from verheal.contracts.lowering.dataclass_fields import field_options, options_of
from verheal.contracts.lowering.definite import surely_set

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

NONE_SET: frozenset[str] = frozenset()
DEPTH = 8
_DEF = ast.FunctionDef | ast.AsyncFunctionDef


def sure_fields(program: Program, key: str) -> frozenset[str]:
    """Attributes that every constructed instance has: fields with a class default or set on every path of __init__."""
    if key not in program.sure:
        program.sure[key] = frozenset(_sure(program, key))
    return program.sure[key]


def _sure(program: Program, key: str) -> Iterator[str]:
    info = program.describe(key)
    for one in info.chain:
        module = program.classes[one].module
        for item in program.classes[one].fields:
            if item.default is not None and field_options(program, module, item.default) is None:
                yield item.name
    if info.constructor is not None:
        yield from _by_generated(program, key, info.chain)
    elif (owner := info.method("__init__")) is not None:
        yield from set_by(program, key, owner, "__init__")


def _by_generated(program: Program, key: str, chain: tuple[str, ...]) -> Iterator[str]:
    """What the generated constructor that stands first in the chain sets."""
    if (shape := program.describe(chain[0]).constructor) is not None:
        for name, note, default in shape:
            if _is_set(note, options_of(program, chain, name, default)):
                yield name
    if (owner := program.describe(key).method("__post_init__")) is not None:
        yield from set_by(program, key, owner, "__post_init__")


def _is_set(annotation: str | None, options: dict[str, ast.expr] | None) -> bool:
    """Does a generated constructor set the field? One that is left to `__post_init__` need not be."""
    if annotation and ("InitVar" in annotation or "KW_ONLY" in annotation):
        return False
    return options is None or not {"init", "**"} & set(options)


def set_by(program: Program, key: str, owner: str, name: str, part: str = "", depth: int = 0) -> frozenset[str]:
    """What the method that the class `owner` writes sets of its own object, of just the class `key`, on every path."""
    found = _definition(program, owner, name, part)
    if found is None or depth > DEPTH:
        return NONE_SET
    first = [*found.args.posonlyargs, *found.args.args][:1]
    me = first[0].arg if first else ""
    if not me or me in {each for node in ast.walk(found) if node is not found for each in bound_names(node)}:
        return NONE_SET

    def adds(statement: ast.stmt) -> frozenset[str]:
        return frozenset(_adds(program, key, owner, statement, me, depth + 1))

    return surely_set(found.body, adds)


def _definition(program: Program, owner: str, name: str, part: str) -> _DEF | None:
    """What runs, all of it, when the method is called."""
    from verheal.contracts.lowering.inline import known_decorator

    if part:
        return found.node if (found := (properties.accessors(program, owner, name) or {}).get(part)) else None
    module, _, qualname = owner.partition(":")
    written = program.modules[module].function(f"{qualname}.{name}")
    if written is None or written.is_static or written.is_class or written.is_property:
        return None
    if written.is_generator or written.is_async:
        return None
    if not all(known_decorator(program, module, text) for text in written.decorators):
        return None
    return program.function_node(module, f"{qualname}.{name}")[0]


def _adds(program: Program, key: str, owner: str, statement: ast.stmt, me: str, depth: int) -> Iterator[str]:
    """What one simple statement sets."""
    module = owner.partition(":")[0]
    match statement:
        case ast.Assign(targets=targets):
            for target in targets:
                for part in target.elts if isinstance(target, ast.Tuple) else [target]:
                    yield from _by_target(program, key, part, me, depth)
        case ast.AnnAssign(target=target, value=ast.expr()):
            yield from _by_target(program, key, target, me, depth)
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=base, attr=name), args=args)):
            match base, args:
                case ast.Name(id="object"), [ast.Name(id=one), ast.Constant(value=str() as text), _]:
                    if one == me and name == "__setattr__":
                        plain = program.binding(module, "object") == External("builtins.object")
                        yield from {text} if plain and program.describe(key).method(text) is None else NONE_SET
                case ast.Name(id=one), _ if one == me:
                    if not _hidden(program, key, name):
                        yield from _by_call(program, key, program.describe(key).method(name), name, depth)
                case ast.Call(func=ast.Name(id="super"), args=[], keywords=[]), _:
                    yield from _by_super(program, key, owner, name, depth)
                case ast.Name() | ast.Attribute(), [ast.Name(id=one), *_] if one == me:
                    above = program.attribute(module, ast.unparse(base))
                    if isinstance(above, ClassRef) and above.key in program.describe(key).chain:
                        if program.describe(above.key).constructor is not None and name == "__init__":
                            yield from _by_generated(program, key, program.describe(above.key).chain)
                        elif not program.replaced(above.key, name):
                            yield from _by_call(program, key, program.describe(above.key).method(name), name, depth)


def _hidden(program: Program, key: str, name: str) -> bool:
    """May something else than the method of the class answer to the name?"""
    kept = program.describe(key).field_of(name) is not None
    return kept or program.stored(key, name) or program.deleted(key, name)


def _by_call(program: Program, key: str, owner: str | None, name: str, depth: int) -> frozenset[str]:
    return set_by(program, key, owner, name, "", depth) if owner is not None else NONE_SET


def _by_super(program: Program, key: str, owner: str, name: str, depth: int) -> Iterator[str]:
    chain = program.describe(key).above(owner) or ()
    for index, one in enumerate(chain):
        if f"{one.partition(':')[2]}.{name}" in program.classes[one].methods:
            if not program.replaced(one, name):
                yield from set_by(program, key, one, name, "", depth)
            return
        flags = program.classes[one].dataclass_flags
        if flags is not None and flags.init and name == "__init__":
            yield from _by_generated(program, key, chain[index:])
            return


def _by_target(program: Program, key: str, target: ast.expr, me: str, depth: int) -> frozenset[str]:
    match target:
        case ast.Attribute(value=ast.Name(id=one), attr=name) if one == me:
            owner = program.describe(key).method(name)
            if owner is None:
                return frozenset({name})
            odd = program.replaced(key, name)
            return NONE_SET if odd else set_by(program, key, owner, name, properties.SETTER, depth)
        case _:
            return NONE_SET
