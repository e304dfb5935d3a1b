"""Callables given as conditions: a lambda, or a function of the module that returns one expression."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass

from verheal.contracts.dialects.context import Context, Function, definition, parameter_names
from verheal.contracts.dialects.model import Clause, Kind, Origin
from verheal.contracts.dialects.names import Unreadable, free_names, source_of

INFERRED = "inferred by verheal"


def origin_of(note: ast.expr | str | None) -> Origin:
    """Who a condition comes from, by the words that stand with it: a comment, or a message in Python.

    >>> origin_of("# inferred by verheal"), origin_of(ast.Constant("not empty")), origin_of(None)
    ('inferred', 'written', 'written')
    """
    match note:
        case str(text) | ast.Constant(value=str(text)):
            return "inferred" if INFERRED in text else "written"
        case _:
            return "written"


@dataclass(frozen=True)
class Condition:
    """A readable callable: its parameters and the expression it returns."""

    args: ast.arguments
    body: ast.expr

    @property
    def positional(self) -> tuple[str, ...]:
        return tuple(x.arg for x in (*self.args.posonlyargs, *self.args.args))

    @property
    def keyword_only(self) -> tuple[str, ...]:
        return tuple(x.arg for x in self.args.kwonlyargs)

    @property
    def names(self) -> tuple[str, ...]:
        return parameter_names(ast.Lambda(args=self.args, body=self.body))

    @property
    def defaults(self) -> dict[str, ast.expr]:
        return defaults(self.args)


def defaults(args: ast.arguments) -> dict[str, ast.expr]:
    """Default values by parameter name."""
    positional = [*args.posonlyargs, *args.args]
    late = positional[len(positional) - len(args.defaults) :]
    pairs = list(zip((x.arg for x in late), args.defaults, strict=True))
    pairs += [(x.arg, d) for x, d in zip(args.kwonlyargs, args.kw_defaults, strict=True) if d is not None]
    return dict(pairs)


def read_condition(node: ast.expr, at: ast.AST, context: Context) -> Condition:
    """The callable that `node`, an argument of a decorator of `at`, denotes.

    Raises Unreadable, with the reason, for everything but a lambda, a name bound to one, and a plain function
    whose body is one `return` after an optional docstring.
    """
    match node:
        case ast.Lambda(args=args, body=body):
            return Condition(args, body)
        case ast.Name(id=name):
            condition = _of_definition(definition(name, at, context), name)
            if mentions_private(condition.body):
                raise Unreadable(f"`{name}` uses a private name, which is mangled where it stands")
            return condition
        case _:
            raise Unreadable(f"`{source_of(node)}` is not a lambda or a function of this module")


def _of_definition(statement: ast.stmt, name: str) -> Condition:
    match statement:
        case ast.Assign(targets=[ast.Name()], value=ast.Lambda(args=args, body=body)):
            return Condition(args, body)
        case ast.AnnAssign(value=ast.Lambda(args=args, body=body)):
            return Condition(args, body)
        case ast.FunctionDef(decorator_list=[_, *_]):
            raise Unreadable(f"`{name}` is decorated")
        case ast.FunctionDef(args=args, body=[ast.Return(value=ast.expr() as body)]):
            return Condition(args, body)
        case ast.FunctionDef(
            args=args, body=[ast.Expr(value=ast.Constant()), ast.Return(value=ast.expr() as body)]
        ):
            return Condition(args, body)
        case ast.FunctionDef():
            raise Unreadable(f"`{name}` is more than one `return`")
        case _:
            raise Unreadable(f"`{name}` is not a lambda or a plain function")


def check_hidden(condition: Condition, function: Function) -> None:
    """Raises Unreadable when a parameter of the function hides a name of the module that is meant."""
    hidden = (free_names(condition.body) - set(condition.names)) & set(parameter_names(function))
    if hidden:
        raise Unreadable(f"`{min(hidden)}` is a name of the module here, not the parameter")


def mentions_private(expression: ast.expr) -> bool:
    """True when an attribute such as `self.__x` stands in it: Python mangles it inside a class only."""
    return any(
        isinstance(n, ast.Attribute) and n.attr.startswith("__") and not n.attr.endswith("__")
        for n in ast.walk(expression)
    )


def mentioned(function: Function | None, expressions: Iterable[ast.expr]) -> tuple[str, ...]:
    """Parameters of `function` that are free in one of `expressions`; `self` when there is no function."""
    free = frozenset().union(*(free_names(e) for e in expressions))
    names = ("self",) if function is None else parameter_names(function)
    return tuple(name for name in names if name in free)


@dataclass(frozen=True)
class Place:
    """Who wrote a clause, and where."""

    kind: Kind
    dialect: str
    path_hint: str
    line: int
    end_line: int
    origin: Origin = "written"

    def opaque(self, text: str, reason: str, **rest: object) -> Clause:
        """A clause that cannot be read, with the reason."""
        return self.clause("", text, opaque=reason, **rest)

    def clause(self, expression: str, text: str, **rest: object) -> Clause:
        """A clause at this place; `rest` are further fields of Clause."""
        return Clause(
            self.kind,
            expression,
            text,
            self.dialect,
            self.origin,
            self.path_hint,
            self.line,
            self.end_line,
            **rest,  # type: ignore[arg-type]
        )
