"""Where a contract is read: the module, what its names mean, the function and its ancestors."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verheal.contracts.dialects.names import Unreadable

Function = ast.FunctionDef | ast.AsyncFunctionDef
Resolve = Callable[[str], str | None]
"""The dotted origin of an imported name (`p` -> "deal.pre"), None for a name that no import binds."""
_Scope = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Context:
    """One module and the meaning of its imported names."""

    module: ast.Module
    resolve: Resolve

    def origin(self, node: ast.expr) -> str | None:
        """Dotted origin of a name or attribute chain whose head is imported, else None."""
        match node:
            case ast.Name(id=name):
                return self.resolve(name)
            case ast.Attribute(value=value, attr=attr):
                head = self.origin(value)
                return None if head is None else f"{head}.{attr}"
            case _:
                return None


@dataclass(frozen=True)
class Ancestor:
    """A class above the function's class, with its own module when that is another one."""

    cls: ast.ClassDef
    context: Context

    def method_like(self, function: Function) -> Function | None:
        """What `function` overrides here: the last definition of its name, a setter for a setter."""
        named = [s for s in self.cls.body if isinstance(s, Function) and s.name == function.name]
        found = [s for s in named if _accessor(s) == _accessor(function)]
        return found[-1] if found else None


@dataclass(frozen=True)
class Subject:
    """The function whose contract is read; `ancestors` are in method resolution order, nearest first."""

    function: Function
    cls: ast.ClassDef | None
    ancestors: tuple[Ancestor, ...]
    context: Context

    @property
    def name(self) -> str:
        return self.function.name if self.cls is None else f"{self.cls.name}.{self.function.name}"

    @property
    def inherits(self) -> bool:
        """A constructor and a private method are no refinement of their ancestors'."""
        return self.cls is not None and self.function.name not in ("__init__", "__new__")


def definition(name: str, at: ast.AST, context: Context) -> ast.stmt:
    """The one statement that binds `name` as seen from the decorators of `at`.

    Raises Unreadable when the name is imported, unknown, or bound more than once: which binding counts then
    is not known without running the module.
    """
    origin = context.resolve(name)
    if origin is not None:
        raise Unreadable(f"`{origin}` is not read here")
    scopes = list(_scopes(context.module, at))
    for depth, scope in enumerate(scopes):
        if isinstance(scope, ast.ClassDef) and depth > 0:
            continue  # a class body is visible only to what stands in it directly
        bindings = [s for s in _statements(scope.body) if name in _binds(s)]
        if not isinstance(scope, ast.Module | ast.ClassDef) and name in parameter_names(scope):
            raise Unreadable(f"`{name}` is a parameter of `{scope.name}`")
        if len(bindings) > 1:
            raise Unreadable(f"`{name}` is bound more than once")
        if bindings:
            return bindings[0]
    raise Unreadable(f"`{name}` is not defined in this module")


def _accessor(function: Function) -> str:
    parts = [d.attr for d in function.decorator_list if isinstance(d, ast.Attribute)]
    return next((part for part in parts if part in ("setter", "deleter")), "")


def parameter_names(function: Function | ast.Lambda) -> tuple[str, ...]:
    """All parameters of a function, `*args` and `**kwargs` included, in the order of the signature."""
    a = function.args
    vararg = () if a.vararg is None else (a.vararg,)
    kwarg = () if a.kwarg is None else (a.kwarg,)
    return tuple(x.arg for x in (*a.posonlyargs, *a.args, *vararg, *a.kwonlyargs, *kwarg))


def own_nodes(function: Function) -> Iterator[ast.AST]:
    """The nodes of a function's body that run in its own scope."""
    pending: list[ast.AST] = list(function.body)
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, Function | ast.Lambda | ast.ClassDef):
            pending.extend(ast.iter_child_nodes(node))


def _scopes(module: ast.Module, at: ast.AST) -> Iterator[_Scope]:
    """Scopes that surround `at`, innermost first; found by spans, so that long modules cost little."""
    line = getattr(at, "lineno", 0)
    path: list[_Scope] = [module]
    while True:
        inner = [
            s
            for s in _statements(path[-1].body)
            if isinstance(s, ast.ClassDef | Function)
            and s is not at
            and s.lineno <= line <= (s.end_lineno or 0)
        ]
        if not inner:
            return iter(reversed(path))
        path.append(inner[0])


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements of one scope, through its if, try, with, for, while and match blocks."""
    for statement in body:
        yield statement
        if isinstance(statement, ast.ClassDef | Function):
            continue
        for field in ("body", "orelse", "finalbody"):
            yield from _statements(getattr(statement, field, []))
        for part in (*getattr(statement, "handlers", []), *getattr(statement, "cases", [])):
            yield from _statements(part.body)


def _binds(statement: ast.stmt) -> set[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.Assign(targets=targets):
            return {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
        case ast.AnnAssign(target=target) | ast.AugAssign(target=target) | ast.For(target=target):
            return {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}
        case ast.Delete(targets=targets):
            return {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
        case _:
            return set()
