"""The types of a function's names that its text shows: they make method calls resolvable."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from verheal.contracts.source.lines import Lines
from verheal.contracts.source.walk import DEF, Frame, all_arguments

_DISPLAYS: tuple[tuple[type[ast.expr], str], ...] = (
    (ast.List, "list"), (ast.ListComp, "list"), (ast.Dict, "dict"), (ast.DictComp, "dict"), (ast.Set, "set"),
    (ast.SetComp, "set"), (ast.Tuple, "tuple"), (ast.JoinedStr, "str"),
)


def local_types(frame: Frame, lines: Lines) -> dict[str, str]:
    """Type texts of parameters and locals: the annotation, else the display or call that every binding has.

    A name that is bound in any other way has no entry.
    """
    found: dict[str, str] = {}
    unclear: set[str] = set(frame.soft)
    if isinstance(frame.node, DEF):
        arguments = frame.node.args
        for arg in all_arguments(arguments):
            annotation = lines.source(arg.annotation)
            if arg is arguments.vararg:
                annotation = "tuple"
            elif arg is arguments.kwarg:
                annotation = "dict"
            if annotation is None:
                unclear.add(arg.arg)
            else:
                found[arg.arg] = annotation
    for name, kind in _bound(frame, lines):
        if kind is None or found.setdefault(name, kind) != kind:
            unclear.add(name)
    return {name: kind for name, kind in found.items() if name not in unclear}


def _bound(frame: Frame, lines: Lines) -> Iterator[tuple[str, str | None]]:
    for node in frame.writes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) | ast.NamedExpr(
                target=ast.Name(id=name), value=value
            ):
                yield name, expression_type(value)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                yield name, lines.source(annotation)
            case ast.Assign(targets=targets):
                yield from ((name, None) for target in targets for name in names_bound(target))
            case ast.For(target=target) | ast.AsyncFor(target=target):
                yield from ((name, None) for name in names_bound(target))
            case ast.withitem(optional_vars=ast.expr() as target):
                yield from ((name, None) for name in names_bound(target))
            case ast.match_case(pattern=pattern):
                captures = [n.name for n in ast.walk(pattern) if isinstance(n, ast.MatchAs) and n.name]
                yield from ((name, None) for name in captures)


def names_bound(target: ast.expr) -> Iterator[str]:
    """The names that an assignment target binds (not those it only reads, as in `xs[i] = 1`)."""
    match target:
        case ast.Name(id=name):
            yield name
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            for element in elements:
                yield from names_bound(element)
        case ast.Starred(value=value):
            yield from names_bound(value)


def expression_type(node: ast.expr) -> str | None:
    """The type that the form of an expression shows: a display, a literal, or the name that is called."""
    for kind, name in _DISPLAYS:
        if isinstance(node, kind):
            return name
    match node:
        case ast.Constant(value=value):
            return "None" if value is None else type(value).__name__
        case ast.Call(func=ast.Name(id=name)):
            # `sorted` is the one builtin in daily use whose result is not called as it is.
            return "list" if name == "sorted" else name
    return None
