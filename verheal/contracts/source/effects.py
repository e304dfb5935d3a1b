"""What a call of a function may do to arguments and to the world, its callees included.

Conservative: PURE is said only when every callee is known. Arguments are taken to be of builtin types or of
classes that were read; a class from elsewhere may do anything in its operators.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace

from verheal.contracts.source.callgraph import CONSTRUCTORS, CallGraph, call_graph
from verheal.contracts.source.known import (
    ARGUMENT_MUTATORS,
    MUTATORS,
    PURE_BUILTINS,
    PURE_FUNCTIONS,
    PURE_METHODS,
    PURE_MODULES,
    WORLD_BUILTINS,
    WORLD_FUNCTIONS,
    WORLD_MODULES,
)
from verheal.contracts.source.local_effects import ANY_OBJECT, immutable, join
from verheal.contracts.source.model import PURE, Call, Effect, Effects, Function, Repository
from verheal.contracts.source.resolve import Kind, Resolver, Target


def propagate(repository: Repository, graph: CallGraph | None = None) -> Mapping[str, Effects]:
    """The effects of every function, by key."""
    graph = graph or call_graph(repository)
    done: dict[str, Effects] = {}
    for component in graph.components:
        done.update({key: _own(key, graph) for key in component})
        changed = True
        while changed:  # effects only grow, in a lattice of small height
            changed = False
            for key in component:
                joined = done[key]
                for callee in graph.calls[key]:
                    if _adds_nothing(joined, done[callee]):
                        continue
                    joined = join(joined, _through(key, callee, done[callee], graph.resolver))
                if joined != done[key]:
                    done[key] = joined
                    changed = True
    return done


def _adds_nothing(known: Effects, callee: Effects) -> bool:
    """Whether joining a callee's effects cannot change what is known; most calls, so it is asked first."""
    match callee.level:
        case Effect.PURE:
            return True
        case Effect.MUTATES_ARGUMENTS:
            return known.level is Effect.TOUCHES_WORLD and ANY_OBJECT in known.mutates
        case Effect.UNKNOWN:
            return known.level in (Effect.UNKNOWN, Effect.TOUCHES_WORLD)
        case Effect.TOUCHES_WORLD:
            return known.level is Effect.TOUCHES_WORLD


def with_effects(repository: Repository, graph: CallGraph | None = None) -> Repository:
    """The repository with every function's `effects` replaced by the propagated ones."""
    effects = propagate(repository, graph)
    modules = tuple(
        replace(m, functions=tuple(replace(f, effects=effects[f.key]) for f in m.functions))
        for m in repository.modules
    )
    return replace(repository, modules=modules)


def _own(key: str, graph: CallGraph) -> Effects:
    """The effects of a function's body and of its calls that leave the repository."""
    result = PURE
    for function in graph.resolver.functions[key]:
        result = join(result, _module_state(function, function.effects, graph.resolver))
    for target, call in graph.external[key]:
        result = join(result, _external(target, call))
    for call in graph.unresolved[key]:
        result = join(result, _unresolved(call))
    return result


def _external(target: Target, call: Call) -> Effects:
    """A call of a builtin or of another package."""
    name = target.name
    if name in ARGUMENT_MUTATORS:
        return PURE  # the write itself is an effect of the body
    match target.kind:
        case Kind.BUILTIN:
            if name in WORLD_BUILTINS:
                return Effects(Effect.TOUCHES_WORLD, f"calls {name}", call.line)
            method = name.rpartition(".")[2]
            known = name in PURE_BUILTINS or ("." in name and method in PURE_METHODS | MUTATORS)
            return PURE if known else Effects(Effect.UNKNOWN, f"calls {name}", call.line)
        case _:
            module = name.partition(".")[0]
            if name in WORLD_FUNCTIONS:
                return Effects(Effect.TOUCHES_WORLD, f"uses {name}", call.line)
            if name in PURE_FUNCTIONS or module in PURE_MODULES:
                return PURE
            level = Effect.TOUCHES_WORLD if module in WORLD_MODULES else Effect.UNKNOWN
            return Effects(level, f"uses {name}", call.line)


def _unresolved(call: Call) -> Effects:
    method = call.callee.rpartition(".")[2]
    if "." in call.callee and method in PURE_METHODS | MUTATORS:
        return PURE
    callee = call.callee or "the value of an expression"
    return Effects(Effect.UNKNOWN, f"calls {callee}, which is not known", call.line)


def _through(key: str, callee: str, effects: Effects, resolver: Resolver) -> Effects:
    """What a callee's effects are for its caller."""
    line = next((c.line for f in resolver.functions[key] for c in f.calls if _names(c, callee)), 0)
    cause = effects.reason.rpartition(": ")[2]
    reason = f"calls {callee.partition(':')[2]}: {cause}"
    match effects.level:
        case Effect.PURE:
            return PURE
        case Effect.MUTATES_ARGUMENTS:
            if _only_new_object(callee, effects, resolver):
                return PURE
            written = Effects(Effect.MUTATES_ARGUMENTS, reason, line, (ANY_OBJECT,))
            result = PURE
            for function in resolver.functions[key]:
                if not all(immutable(p.annotation or "") for p in function.parameters):
                    result = join(result, written)
                result = join(result, _module_state(function, written, resolver))
            return result
        case _:
            return Effects(effects.level, reason, line)


def _names(call: Call, callee: str) -> bool:
    last = call.callee.rpartition(".")[2]
    parts = callee.partition(":")[2].split(".")
    return last == parts[-1] or (parts[-1] in CONSTRUCTORS and len(parts) > 1 and last == parts[-2])


def _only_new_object(callee: str, effects: Effects, resolver: Resolver) -> bool:
    """A constructor that writes nothing but the object it makes."""
    functions = resolver.functions[callee]
    if callee.rpartition(".")[2] not in CONSTRUCTORS:
        return False
    firsts = {f.parameters[0].name for f in functions if f.parameters}
    return set(effects.mutates) <= firsts


def _module_state(function: Function, effects: Effects, resolver: Resolver) -> Effects:
    """A write to an object of unclear origin may reach mutable objects that module names hold."""
    if ANY_OBJECT not in effects.mutates or effects.level is not Effect.MUTATES_ARGUMENTS:
        return effects if ANY_OBJECT not in effects.mutates or _has_parameters(function) else PURE
    for name in _mutable_reads(function, resolver):
        reason = f"may write module state {name}: {effects.reason}"
        return Effects(Effect.UNKNOWN, reason, effects.line, effects.mutates)
    return effects if _has_parameters(function) else PURE


def _has_parameters(function: Function) -> bool:
    return not all(immutable(p.annotation or "") for p in function.parameters) or function.nested


def _mutable_reads(function: Function, resolver: Resolver) -> Iterator[str]:
    for parameter in function.parameters:
        if parameter.default is not None and not immutable_value(parameter.default):
            yield f"the default of {parameter.name}"
    for name in function.reads:
        for target in resolver.name(function.module, function.qualname, name):
            if target.kind is Kind.CONSTANT:
                constant = resolver.constants[target.name]
                if constant.rebound or not immutable_value(constant.value):
                    yield name


def immutable_value(text: str | None) -> bool:
    """Whether a constant's source text is a literal of immutable parts (numbers, strings, tuples of them)."""
    try:
        value = ast.literal_eval(text or "[]")
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return False
    return _immutable_object(value)


def _immutable_object(value: object) -> bool:
    if isinstance(value, tuple):
        return all(_immutable_object(v) for v in value)
    return value is None or isinstance(value, (int, float, complex, str, bytes))
