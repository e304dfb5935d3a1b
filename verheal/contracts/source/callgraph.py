"""Who may call whom. An edge means "may run": over-approximated where the text does not tell.

Nodes are function keys `module:qualname`. Edges also go to what is only mentioned (it may be called where it
is passed), to nested functions, to properties, and to the special methods of classes mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from verheal.contracts.source.components import components
from verheal.contracts.source.known import STEADY_VALUES, WORLD_MODULES
from verheal.contracts.source.local_types import LAMBDA, builtin_type
from verheal.contracts.source.model import Call, Function, Repository
from verheal.contracts.source.resolve import Kind, Resolver, Target

if TYPE_CHECKING:
    import networkx

CONSTRUCTORS = ("__new__", "__init__", "__post_init__")
_PICKLING = ("__setstate__", "__getstate__", "__reduce__", "__reduce_ex__", "__getnewargs__", "__sizeof__")
_IN_PLACE = (
    "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow",
    "lshift", "rshift", "and", "xor", "or",
)
_ONLY_WITH = (
    ("write", ("__setitem__", "__delitem__", "__setattr__", "__delattr__", "__set__", "__delete__")),
    ("write", tuple(f"__i{name}__" for name in _IN_PLACE)),
    ("with", ("__enter__", "__exit__", "__aenter__", "__aexit__")),
)
_DOTTED = re.compile(r"[^\W\d][\w.]*")
_SPECIAL = re.compile(r"__\w+__$")


@dataclass(frozen=True)
class CallGraph:
    """`calls` maps each function to those it may run, `unresolved` to the calls whose callee is not known.

    `external` are the calls that leave the code read (to builtins, to other packages), with what they mean.
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

    @cached_property
    def recursive(self) -> frozenset[str]:
        """The functions that may call themselves, directly or through others."""
        loops = (key for key, callees in self.calls.items() if key in callees)
        return frozenset([*loops, *(key for c in self.components if len(c) > 1 for key in c)])

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
            outside.update(dict.fromkeys(_world_values(function, resolver)))
        calls[key] = tuple(sorted(found))
        unresolved[key] = tuple(unknown)
        external[key] = tuple(outside)
    return CallGraph(calls, unresolved, external, resolver)


def _world_values(function: Function, resolver: Resolver) -> Iterator[tuple[Target, Call]]:
    """Values of other packages that touch the world when they are read or passed on (`os.environ`)."""
    named = [*function.references, *(Call(n, 0) for n in function.reads)]
    for one in named:
        if "." not in one.callee and resolver.is_module(function.module, one.callee):
            continue
        for target in resolver.name(function.module, function.qualname, one.callee):
            name = target.name
            if target.kind is Kind.EXTERNAL and name.partition(".")[0] in WORLD_MODULES:
                # Classes are mentioned in annotations, which touch nothing.
                if "." in name and name not in STEADY_VALUES and name.rpartition(".")[2][:1].islower():
                    yield target, one


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
                for made in _made_by(target.name, resolver):
                    if made.kind is Kind.FUNCTION:
                        inside[made.name] = None
                    elif made.kind is not Kind.CLASS:
                        others[made] = None
            case Kind.CONSTANT:
                meant = resolver.called_constant(target.name)
                inside.update(dict.fromkeys(t.name for t in meant if t.kind is Kind.FUNCTION))
                inside.update(dict.fromkeys(k for t in meant for k in _constructors(t, resolver)))
                others.update(dict.fromkeys(t for t in meant if t.kind not in (Kind.FUNCTION, Kind.CLASS)))
                if not meant:
                    others[target] = None
            case _:
                others[target] = None
    return tuple(inside), tuple(others)


def _made_by(key: str, resolver: Resolver) -> Iterator[Target]:
    """What making an instance may run: constructors, default factories, class decorators, the metaclass."""
    constructors = _constructors(Target(Kind.CLASS, key), resolver)
    yield from (Target(Kind.FUNCTION, k) for k in constructors)
    for related in (key, *resolver.ancestors(key)):
        class_ = resolver.classes[related]
        if not constructors:
            yield from (b for b in resolver.bases[related] if b.kind is not Kind.CLASS)
        texts = [d.partition("(")[0] for d in class_.decorators]
        texts += [k.partition("=")[2] for k in class_.keywords if k.startswith("metaclass=")]
        for field in class_.fields:
            texts += _DOTTED.findall((field.default or "").partition("default_factory=")[2])
        scope = class_.qualname.rpartition(".")[0]
        for text in texts:
            for target in resolver.name(class_.module, scope, text):
                if target.kind is not Kind.UNRESOLVED:
                    yield target


def _constructors(target: Target, resolver: Resolver) -> list[str]:
    if target.kind is not Kind.CLASS:
        return []
    return [k for name in CONSTRUCTORS for k in resolver.inherited(target.name, name)]


def _targets(function: Function, call: Call, resolver: Resolver) -> tuple[Target, ...]:
    first, _, rest = call.callee.partition(".")
    if call.receiver == LAMBDA and not rest:
        return ()
    if not call.callee:
        return (Target(Kind.UNRESOLVED, ""),)
    if function.is_class and function.parameters and call.callee == function.parameters[0].name:
        own = f"{function.module}:{function.class_name}"
        keys = (own, *resolver.descendants(own))
        return tuple(Target(Kind.CLASS, k) for k in keys if k in resolver.classes)
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
    kind = builtin_type(call.receiver or "")
    if call.callee.startswith("super()."):
        yield from _super(function, name, resolver)
    elif kind and depth == 1 and f"{function.module}:{kind}" not in resolver.classes:
        yield Target(Kind.BUILTIN, f"{kind}.{name}")
    elif depth == 1 and (keys := _classes_of(function, call, resolver)):
        found = [t for key in keys for t in resolver.class_attribute(key, name)]
        yield from dict.fromkeys(found)
    else:
        yield from _by_name(name, resolver)


def _classes_of(function: Function, call: Call, resolver: Resolver) -> tuple[str, ...]:
    found = resolver.instances(function.module, function.qualname, call.receiver or "")
    # What conforms to a protocol need not derive from it.
    return () if any(resolver.classes[key].is_protocol for key in found) else found


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
        yield from (t for b in outer for t in resolver.attribute(b, name))
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
                yield from special_methods(target.name, resolver, function.operations)
    if function.class_name is not None:
        own = f"{function.module}:{function.class_name}"
        yield from special_methods(own, resolver, function.operations)
    for reference in function.references:
        # A method that is passed on may be called, and a property runs when it is read.
        yield from (t.name for t in _targets(function, reference, resolver) if t.kind is Kind.FUNCTION)


def special_methods(key: str, resolver: Resolver, operations: Iterable[str]) -> Iterator[str]:
    """Methods that operators, loops and builtins run on instances of a class and of its known subclasses.

    Those that only some syntax runs (assignment to an item, `with`) are left out where it is absent.
    """
    absent = {name for syntax, names in _ONLY_WITH for name in names if syntax not in operations}
    for related in resolver.related(key):
        class_ = resolver.classes.get(related)
        for method in class_.methods if class_ else ():
            name = method.rpartition(".")[2]
            # `dataclasses.replace` and copies make instances without naming the class.
            never = name in ("__new__", "__init__") or name in _PICKLING or name in absent
            if _SPECIAL.match(name) and not never and class_ is not None:
                yield f"{class_.module}:{method}"
