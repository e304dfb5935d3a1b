"""Who may call whom. An edge means "may run": over-approximated where the text does not tell.

Nodes are function keys `module:qualname`. Edges also go to what is only mentioned (it may be called where it is
passed), to nested functions, to properties by attribute name, and to the special methods of classes mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from verheal.contracts.source.components import components
from verheal.contracts.source.known import BUILTIN_TYPES
from verheal.contracts.source.local_effects import head
from verheal.contracts.source.model import Call, Function, Repository
from verheal.contracts.source.resolve import Kind, Resolver, Target

if TYPE_CHECKING:
    import networkx

CONSTRUCTORS = ("__new__", "__init__", "__post_init__")
_SPECIAL = re.compile(r"__\w+__$")


@dataclass(frozen=True)
class CallGraph:
    """`calls` maps each function to those it may run; `unresolved` to the callees that are not in the code read.

    `external` are names that are known to lie outside (builtins, other packages): `kind:dotted name`.
    """

    calls: Mapping[str, tuple[str, ...]]
    unresolved: Mapping[str, tuple[Call, ...]]
    external: Mapping[str, tuple[tuple[Target, Call], ...]]
    resolver: Resolver

    @cached_property
    def graph(self) -> networkx.DiGraph[str]:
        """The same edges as a networkx graph, which is imported here and nowhere else."""
        import networkx

        graph: networkx.DiGraph[str] = networkx.DiGraph()
        graph.add_nodes_from(self.calls)
        graph.add_edges_from((a, b) for a, callees in self.calls.items() for b in callees)
        return graph

    @cached_property
    def components(self) -> tuple[tuple[str, ...], ...]:
        """Strongly connected components, callees first."""
        return components(self.calls)

    @cached_property
    def callers(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {key: [] for key in self.calls}
        for caller, callees in self.calls.items():
            for callee in callees:
                found[callee].append(caller)
        return {key: tuple(callers) for key, callers in found.items()}

    def is_recursive(self, key: str) -> bool:
        """Whether the function may call itself, directly or through others."""
        return key in self.calls[key] or any(key in c and len(c) > 1 for c in self.components)

    def cone(self, changed: Iterable[str]) -> frozenset[str]:
        """The changed functions and all that may reach one of them. Unknown keys are left out."""
        found = {key for key in changed if key in self.calls}
        stack = list(found)
        while stack:
            for caller in self.callers[stack.pop()]:
                if caller not in found:
                    found.add(caller)
                    stack.append(caller)
        return frozenset(found)


def call_graph(repository: Repository) -> CallGraph:
    """The call graph of everything that was read."""
    resolver = Resolver(repository)
    calls: dict[str, tuple[str, ...]] = {}
    unresolved: dict[str, tuple[Call, ...]] = {}
    external: dict[str, tuple[tuple[Target, Call], ...]] = {}
    for key, functions in resolver.functions.items():
        found: dict[str, None] = {}
        unknown: dict[Call, None] = {}
        outside: dict[tuple[Target, Call], None] = {}
        for function in functions:
            found.update(dict.fromkeys(_mentioned(function, resolver)))
            for call in function.calls:
                keys, others = resolve_call(function, call, resolver)
                found.update(dict.fromkeys(keys))
                for target in others:
                    if target.kind in (Kind.EXTERNAL, Kind.BUILTIN):
                        outside[target, call] = None
                    else:
                        unknown[call] = None
        calls[key] = tuple(sorted(found))
        unresolved[key] = tuple(unknown)
        external[key] = tuple(outside)
    return CallGraph(calls, unresolved, external, resolver)


def resolve_call(
    function: Function, call: Call, resolver: Resolver
) -> tuple[tuple[str, ...], tuple[Target, ...]]:
    """The functions of the repository that a call may run, and what it may mean besides."""
    inside: dict[str, None] = {}
    others: dict[Target, None] = {}
    for target in _targets(function, call, resolver):
        match target.kind:
            case Kind.FUNCTION:
                inside[target.name] = None
            case Kind.CLASS:
                found = [k for name in CONSTRUCTORS for k in resolver.inherited(target.name, name)]
                inside.update(dict.fromkeys(found))
                outer = [b for b in resolver.bases[target.name] if b.kind is not Kind.CLASS]
                if not found:
                    others.update(dict.fromkeys(outer))
            case _:
                others[target] = None
    return tuple(inside), tuple(others)


def _targets(function: Function, call: Call, resolver: Resolver) -> tuple[Target, ...]:
    first, _, rest = call.callee.partition(".")
    if not call.callee:
        return (Target(Kind.UNRESOLVED, ""),)
    if first in ("?", "super()"):
        return tuple(_method(function, call, resolver))
    if function.class_name is not None and not function.is_static and rest:
        if function.parameters and first == function.parameters[0].name:
            return tuple(_on_self(function, rest, resolver))
    found = resolver.name(function.module, function.qualname, call.callee)
    if any(t.kind in (Kind.ATTRIBUTE, Kind.LOCAL) for t in found) and rest:
        known = tuple(t for t in found if t.kind not in (Kind.ATTRIBUTE, Kind.LOCAL))
        return (*known, *_method(function, call, resolver))
    return found


def _on_self(function: Function, rest: str, resolver: Resolver) -> Iterator[Target]:
    """`self.m()`: the method of the class or of any known subclass; `self.field.m()`: by name."""
    key = f"{function.module}:{function.class_name}"
    name = rest.rpartition(".")[2]
    if "." in rest or key not in resolver.classes:
        yield from _by_name(name, resolver)
        return
    found = list(resolver.class_attribute(key, name))
    for ancestor in resolver.ancestors(key):
        # With several bases, `self.m` may be the method of a sibling.
        found += [t for d in resolver.descendants(ancestor) for t in _own(d, name, resolver)]
    yield from dict.fromkeys(found)


def _own(key: str, name: str, resolver: Resolver) -> Iterator[Target]:
    if f"{key}.{name}" in resolver.functions:
        yield Target(Kind.FUNCTION, f"{key}.{name}")


def _method(function: Function, call: Call, resolver: Resolver) -> Iterator[Target]:
    """A method of an object: by its type where the text shows it, else every method of that name."""
    name = call.callee.rpartition(".")[2]
    depth = call.callee.count(".")
    kind = head(call.receiver) if call.receiver else ""
    if call.callee.startswith("super()."):
        yield from _super(function, name, resolver)
    elif kind in BUILTIN_TYPES and depth == 1 and not resolver.classes.get(f"{function.module}:{kind}"):
        yield Target(Kind.BUILTIN, f"{kind}.{name}")
    elif depth == 1 and call.receiver and resolver.instances(function.module, function.qualname, call.receiver):
        keys = resolver.instances(function.module, function.qualname, call.receiver)
        found = [t for key in keys for t in resolver.class_attribute(key, name)]
        yield from dict.fromkeys(found)
    else:
        yield from _by_name(name, resolver)


def _by_name(name: str, resolver: Resolver) -> Iterator[Target]:
    yield from (Target(Kind.FUNCTION, key) for key in resolver.methods.get(name, ()))
    # It may also be a method of an object that the repository does not define.
    yield Target(Kind.ATTRIBUTE, name)


def _super(function: Function, name: str, resolver: Resolver) -> Iterator[Target]:
    key = f"{function.module}:{function.class_name}"
    around = [key, *resolver.descendants(key)]
    above = dict.fromkeys(a for k in around for a in resolver.ancestors(k) if a != key)
    found = [t for a in above for t in _own(a, name, resolver)]
    yield from found
    if not found:
        outer = [b for b in resolver.bases.get(key, ()) if b.kind is not Kind.CLASS]
        yield from (Target(b.kind, f"{b.name}.{name}") for b in outer)
        if not outer:
            yield Target(Kind.BUILTIN, f"object.{name}")


def _mentioned(function: Function, resolver: Resolver) -> Iterator[str]:
    """Functions that may run because the body, decorators, defaults or annotations mention them."""
    prefix = f"{function.key}.<locals>."
    names = {*function.reads, *function.bound}
    for name in sorted(function.bound):
        if prefix + name in resolver.functions:
            yield prefix + name
    for name in sorted(names):
        for target in resolver.name(function.module, function.qualname, name):
            if target.kind is Kind.FUNCTION:
                yield target.name
            elif target.kind is Kind.CLASS:
                yield from special_methods(target.name, resolver)
    if function.class_name is not None:
        yield from special_methods(f"{function.module}:{function.class_name}", resolver)
    for name in function.attributes:
        for key in resolver.methods.get(name, ()):
            if any(f.is_property for f in resolver.functions[key]):
                yield key


def special_methods(key: str, resolver: Resolver) -> Iterator[str]:
    """Methods that operators, loops and builtins run on instances of a class and of its known subclasses."""
    for related in (key, *resolver.ancestors(key), *resolver.descendants(key)):
        class_ = resolver.classes.get(related)
        for method in class_.methods if class_ else ():
            name = method.rpartition(".")[2]
            if _SPECIAL.match(name) and name not in CONSTRUCTORS and class_ is not None:
                yield f"{class_.module}:{method}"
