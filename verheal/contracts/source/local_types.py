"""The types of a function's names that its text shows: they make method calls resolvable."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from verheal.contracts.source.known import BUILTIN_TYPES
from verheal.contracts.source.lines import Lines
from verheal.contracts.source.walk import DEF, Frame, all_arguments

LAMBDA = "lambda"
"""The type text of a local that only holds lambdas: their bodies are part of the function's own."""
_CALLS_ARGUMENT = {
    "map": 0, "filter": 0, "filterfalse": 0, "starmap": 0, "takewhile": 0, "dropwhile": 0, "reduce": 0,
    "partial": 0, "defaultdict": 0, "accumulate": 1, "groupby": 1,
}
_CALLED_KEYWORDS = frozenset({"key", "func", "function"})
_GETTERS = frozenset({"itemgetter", "attrgetter"})
_DISPLAYS: tuple[tuple[type[ast.expr], str], ...] = (
    (ast.List, "list"), (ast.ListComp, "list"), (ast.Dict, "dict"), (ast.DictComp, "dict"), (ast.Set, "set"),
    (ast.SetComp, "set"), (ast.Lambda, LAMBDA), (ast.Tuple, "tuple"), (ast.JoinedStr, "str"),
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
                stars = (ast.MatchAs, ast.MatchStar)
                captures = [n.name for n in ast.walk(pattern) if isinstance(n, stars) and n.name]
                captures += [n.rest for n in ast.walk(pattern) if isinstance(n, ast.MatchMapping) and n.rest]
                yield from ((name, None) for name in captures)


def called_by_callee(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments that a known higher-order callee calls: `map(f, xs)`, `sorted(xs, key=f)`."""
    func = call.func
    name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
    position = _CALLS_ARGUMENT.get(name)
    passed = [k.value for k in call.keywords if k.arg in _CALLED_KEYWORDS]
    if position is not None and len(call.args) > position:
        passed.append(call.args[position])
    for argument in passed:
        made = argument.func if isinstance(argument, ast.Call) else None
        getter = (made.attr if isinstance(made, ast.Attribute) else getattr(made, "id", "")) in _GETTERS
        if not getter and not isinstance(argument, (ast.Lambda, ast.Constant)):
            yield argument


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


def builtin_type(annotation: str) -> str | None:
    """`list` for `list[int]` and `list[int] | None`; None for what may be something else than a builtin."""
    heads = [head(part) for part in _alternatives(annotation)]
    kinds = [h for h in heads if h != "None"]
    return kinds[0] if kinds and all(k in BUILTIN_TYPES for k in kinds) else None


def head(annotation: str) -> str:
    """The type constructor of an annotation's text: `list[int]` to `list`, `typing.List[int]` to `List`."""
    return annotation.strip("'\" ").partition("[")[0].rpartition(".")[2].strip()


def _alternatives(annotation: str) -> Iterator[str]:
    """The members of `A | B[C | D]`."""
    depth = start = 0
    for index, character in enumerate(annotation):
        depth += (character in "[(") - (character in "])")
        if character == "|" and depth == 0:
            yield annotation[start:index]
            start = index + 1
    yield annotation[start:]


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
