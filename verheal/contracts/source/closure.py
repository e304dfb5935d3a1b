"""The transitive source closure of a function as one digest, for keys of evidence that comes from execution.

Two closures are equal when running the function runs the same source: its own syntax, all it may call, the
classes mentioned with their bases and known subclasses, the statements behind every module-level name read.
Positions, layout and comments do not count. The Python version and other packages are the caller's to add.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from verheal.contracts.source.callgraph import CallGraph, call_graph
from verheal.contracts.source.components import components
from verheal.contracts.source.model import Class, Function, Module, Repository
from verheal.contracts.source.resolve import Kind, Target

DYNAMIC = frozenset({
    "globals", "locals", "vars", "eval", "exec", "compile", "getattr", "setattr", "delattr", "__import__",
    "import_module", "importlib", "modules", "__file__", "_getframe", "inspect", "traceback", "currentframe",
    "getsource", "open", "read_text", "read_bytes", "__code__", "__doc__", "__annotations__", "get_type_hints",
    "signature", "singledispatch", "register",
})  # fmt: skip


def closure_digest(repository: Repository, function: Function | str) -> str:
    """The digest of one function (or its key). For many functions build one `Closures`."""
    return Closures(repository).digest(function)


class Closures:
    """The closures of a whole repository: computed once, each component from those it leads to.

    Nodes are function keys, `class <key>`, and `name <module>:<name>` for module-level names.
    """

    def __init__(self, repository: Repository, graph: CallGraph | None = None) -> None:
        self._graph = graph or call_graph(repository)
        self._resolver = self._graph.resolver
        self._statements = {m.name: _statements(m) for m in repository.modules}
        self._texts: dict[str, str] = {}
        self._links: dict[str, tuple[str, ...]] = {}
        self._collect()
        self._digests: dict[str, str] = {}
        for component in components(self._links):
            self._close(component)

    def digest(self, function: Function | str) -> str:
        """sha256 in hexadecimal. Raises KeyError for a function that is not in the repository."""
        key = function if isinstance(function, str) else function.key
        return _sha256([key, self._digests[key]])

    def text(self, node: str) -> str:
        """What a node says itself; "" for one that is not there."""
        return self._texts.get(node, "")

    def links(self, node: str) -> tuple[str, ...]:
        """The nodes that it leads to."""
        return self._links.get(node, ())

    def dynamic(self, node: str) -> bool:
        """Whether the function looks things up by names that are made at run time, or looks at its own source."""
        names = {name for f in self._resolver.functions.get(node, ()) for name in (*f.reads, *f.attributes)}
        return bool(names & DYNAMIC)

    def is_function(self, node: str) -> bool:
        """Whether the node is a function of the repository."""
        return node in self._resolver.functions

    def _close(self, component: tuple[str, ...]) -> None:
        inside = set(component)
        below = {self._digests[s] for n in component for s in self._links[n] if s not in inside}
        digest = _sha256([*(self._texts[n] for n in component), "leads to", *sorted(below)])
        self._digests.update(dict.fromkeys(component, digest))

    def _collect(self) -> None:
        stack: list[str] = []
        for key, functions in self._resolver.functions.items():
            self._texts[key] = f"{key} " + " ".join(_function_text(f) for f in functions)
            links = dict.fromkeys(self._graph.calls[key])
            for function in functions:
                links.update(dict.fromkeys(self._of_function(function)))
            self._links[key] = tuple(links)
            stack.extend(k for k in links if k not in self._resolver.functions)
        while stack:
            node = stack.pop()
            if node not in self._links:
                self._add(node)
                stack.extend(self._links[node])

    def _add(self, node: str) -> None:
        kind, _, key = node.partition(" ")
        if kind == "class":
            class_ = self._resolver.classes[key]
            self._texts[node] = f"{node} {class_.digest}"
            self._links[node] = tuple(dict.fromkeys(self._of_class(key, class_)))
        elif kind == "name":
            module, _, name = key.partition(":")
            digests, names = self._statements[module](name)
            self._texts[node] = f"{node} {digests}"
            below = [] if name else self._imported_by(module)
            self._links[node] = tuple(dict.fromkeys([*self._of_names(module, "", names), *below]))
        else:
            self._texts[node] = node  # a name that leads out of the repository
            self._links[node] = ()

    def _of_function(self, function: Function) -> Iterator[str]:
        names = (*function.reads, *function.bound)
        yield from self._of_names(function.module, function.qualname, names, function.attributes)
        if function.nested:
            outer = f"{function.module}:{function.qualname.rpartition('.<locals>.')[0]}"
            if outer in self._resolver.functions:
                yield outer
        if function.class_name is not None:
            yield f"class {function.module}:{function.class_name}"
        # Dotted callees may name functions of other modules, which no simple name read shows.
        for target, _ in self._graph.external.get(function.key, ()):
            yield f"outside {target.kind} {target.name}"
        yield f"name {function.module}:"  # statements that run on import whatever is read

    def _of_class(self, key: str, class_: Class) -> Iterator[str]:
        for related in (*self._resolver.ancestors(key), *self._resolver.descendants(key)):
            yield f"class {related}"
        scope = class_.qualname.rpartition(".")[0]
        yield from self._of_names(class_.module, scope, class_.reads)
        for method in class_.methods:
            if f"{class_.module}:{method}" in self._resolver.functions:
                yield f"{class_.module}:{method}"

    def _of_names(
        self, module: str, scope: str, names: Iterable[str], attributes: Sequence[str] | None = None
    ) -> Iterator[str]:
        """`attributes` are those read beside the names; None when it is not known which are."""
        for name in names:
            for target in self._resolver.name(module, scope, name):
                yield from self._of_target(target, module, name, attributes)

    def _of_target(
        self, target: Target, module: str, name: str, attributes: Sequence[str] | None
    ) -> Iterator[str]:
        match target.kind:
            case Kind.FUNCTION:
                yield target.name
            case Kind.CLASS:
                yield f"class {target.name}"
            case Kind.CONSTANT:
                yield f"name {target.name}"
            case Kind.MODULE:
                yield from self._of_module(target.name, attributes, frozenset())
            case Kind.EXTERNAL | Kind.BUILTIN | Kind.UNRESOLVED:
                yield f"outside {module} {name} is {target.kind} {target.name}"

    def _of_module(self, name: str, attributes: Sequence[str] | None, seen: frozenset[str]) -> Iterator[str]:
        """A module that is mentioned: what the attributes that are read may mean in it, else all of it."""
        module = self._resolver.modules.get(name)
        if name in seen:
            return
        if module is not None:
            yield f"name {name}:"
        if attributes is None:
            attributes = _defined(module) if module else ()
        for attribute in attributes:
            for target in self._resolver.attribute(Target(Kind.MODULE, name), attribute):
                if target.kind is Kind.MODULE:
                    yield from self._of_module(target.name, attributes, seen | {name})
                elif target.kind is not Kind.UNRESOLVED:
                    yield from self._of_target(target, name, attribute, attributes)

    def _imported_by(self, name: str) -> Iterator[str]:
        """Importing a module also runs those that it imports."""
        module = self._resolver.modules.get(name)
        for one in module.imports if module else ():
            for source in (one.loads, f"{one.loads}.{one.attribute}"):
                if source in self._resolver.modules and not one.typing_only and not one.scope:
                    yield f"name {source}:"


class _statements:
    """The statements of a module behind a name: those that mention it, in order, and the names they mention.

    For "" those that bind nothing, which run on import for their effect.
    """

    def __init__(self, module: Module) -> None:
        self._found: dict[str, list[str]] = defaultdict(list)
        self._names: dict[str, set[str]] = defaultdict(set)
        for statement in module.statements:
            for name in ("",) if not statement.binds else statement.names:
                self._found[name].append(statement.digest)
                self._names[name].update(statement.names)

    def __call__(self, name: str) -> tuple[str, tuple[str, ...]]:
        return " ".join(self._found.get(name, ())), tuple(sorted(self._names.get(name, ())))


def _defined(module: Module) -> tuple[str, ...]:
    functions = {f.name for f in module.functions if f.name == f.qualname}
    return tuple(sorted({*functions, *(c.name for c in module.classes), *(c.name for c in module.constants)}))


def _function_text(function: Function) -> str:
    # Annotations may come from a stub, which the function's own syntax does not show.
    types = [(p.name, p.annotation) for p in function.parameters]
    return f"{function.digest} {types} {function.returns}"


def _sha256(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
