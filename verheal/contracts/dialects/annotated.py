"""Constraints in annotations: `Annotated[int, Gt(0)]` of annotated-types and pydantic's `Field(gt=0)` (PEP 593).

On a parameter they are preconditions, on the result postconditions, at items, keys and values of builtin containers
too. Other metadata says nothing about values. Nobody checks these when the function runs.

>>> from verheal.contracts.dialects.text import contract_of
>>> c = contract_of('''
... from typing import Annotated
... from annotated_types import Ge, Len, Lt
... Share = Annotated[float, Ge(0), Lt(1)]
... def split(n: Annotated[int, Ge(0)], by: Annotated[list[Share], Len(1)], cap: Share | None = None) -> Share: ...
... ''', "split")
>>> for k in c.requires: print(k.expression)
n >= 0
len(by) >= 1
all((item1 >= 0 for item1 in by))
all((item1 < 1 for item1 in by))
cap is None or cap >= 0
cap is None or cap < 1
>>> [k.expression for k in c.ensures]
['__return__ >= 0', '__return__ < 1']
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from verheal.contracts.dialects.conditions import Place, mentioned
from verheal.contracts.dialects.context import Context, Subject, definition, parameter_names
from verheal.contracts.dialects.model import Clause, Contract
from verheal.contracts.dialects.names import Unreadable, free_names, source_of

RESULT = "__return__"
DEEPEST = 8  # aliases and containers within each other
# What `X(b)` of annotated-types asks of `v`, and which keywords of it, of `Interval` and of pydantic's `Field` say so.
LAWS: Mapping[str, str] = MappingProxyType({
    "gt": "{v} > {b}", "ge": "{v} >= {b}", "lt": "{v} < {b}", "le": "{v} <= {b}",
    "multiple_of": "{v} % {b} == 0", "min_length": "len({v}) >= {b}", "max_length": "len({v}) <= {b}",
})  # fmt: skip
POSITIONAL: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "annotated_types.Gt": ("gt",), "annotated_types.Ge": ("ge",), "annotated_types.Lt": ("lt",),
    "annotated_types.Le": ("le",), "annotated_types.MultipleOf": ("multiple_of",),
    "annotated_types.MinLen": ("min_length",), "annotated_types.MaxLen": ("max_length",),
    "annotated_types.Len": ("min_length", "max_length"), "annotated_types.Interval": (), "pydantic.Field": (),
})  # fmt: skip
SILENT = frozenset({  # keywords of Field that constrain no value
    "default", "default_factory", "alias", "alias_priority", "validation_alias", "serialization_alias", "title",
    "description", "examples", "exclude", "deprecated", "strict", "frozen", "repr", "init", "kw_only",
    "json_schema_extra",
})  # fmt: skip
ANNOTATED = frozenset({"typing.Annotated", "typing_extensions.Annotated"})
LIBRARIES = ("annotated_types.", "pydantic.")
SEQUENCES = frozenset({"list", "set", "frozenset", "tuple"})


def read(subject: Subject) -> Contract:
    """The clauses of all parameters and of the result."""
    function, reader = subject.function, _Reader(subject)
    arguments = function.args
    requires: list[Clause] = []
    for parameter in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        requires += reader.clauses("requires", parameter.annotation, parameter.arg)
    for star, values in ((arguments.vararg, "{}"), (arguments.kwarg, "{}.values()")):
        if star is not None:  # the annotation is that of each item
            requires += reader.clauses("requires", star.annotation, star.arg, values)
    ensures = tuple(reader.clauses("ensures", function.returns, RESULT))
    if isinstance(function, ast.AsyncFunctionDef):
        why = "it speaks of what a coroutine gives in the end"
        ensures = tuple(replace(c, expression="", opaque=why, result_name=None, parameters=()) for c in ensures)
    return Contract(requires=tuple(requires), ensures=ensures)


class _Reader:
    """Reads the annotations of one function."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.context: Context = subject.context

    def clauses(self, kind: str, annotation: ast.expr | None, name: str, items: str = "") -> Iterator[Clause]:
        """What the annotation asks of the value called `name`, or of the `items` of it."""
        if annotation is None:
            return
        every = self._all(annotation, "{}", items.format(name), 0) if items else None
        line, end = annotation.lineno, annotation.end_lineno or annotation.lineno
        place = Place("requires" if kind == "requires" else "ensures", "annotated", self.subject.name, line, end)
        for form, metadata in every or self._within(annotation, "{}", name, 0):
            yield from self._clause(place, form, metadata, name)

    def _clause(self, place: Place, form: str, metadata: tuple[ast.expr, str], name: str) -> Iterator[Clause]:
        node, value = metadata
        text = f"{name}: {ast.unparse(node)}"
        if not form:
            yield place.opaque(text, "it stands inside a type that is not read here", raises_on_failure="")
            return
        try:
            for law in self._laws(node, value):
                body = ast.parse(form.format(law), mode="eval").body
                yield place.clause(
                    source_of(body), text, result_name=name if name == RESULT else None,
                    parameters=mentioned(self.subject.function, [body]), raises_on_failure="",
                )  # fmt: skip
        except Unreadable as reason:
            yield place.opaque(text, str(reason), raises_on_failure="")

    def _within(
        self, annotation: ast.expr, form: str, value: str, depth: int
    ) -> Iterator[tuple[str, tuple[ast.expr, str]]]:
        """Every piece of metadata with the value that it speaks of, and the formula that its law goes into."""
        if depth > DEEPEST:
            return
        match self._resolved(annotation):
            case ast.Subscript(value=head, slice=ast.Tuple(elts=[inner, *metadata])) if self._is_annotated(head):
                for node in metadata:
                    yield form, (node, value)
                yield from self._within(inner, form, value, depth + 1)
            case ast.BinOp(left=left, op=ast.BitOr(), right=ast.Constant(value=None)) | ast.BinOp(
                left=ast.Constant(value=None), op=ast.BitOr(), right=left
            ):
                yield from self._within(left, form.format(f"{value} is None or {{}}"), value, depth + 1)
            case ast.Subscript(value=head, slice=inner) if self.context.origin(head) == "typing.Optional":
                yield from self._within(inner, form.format(f"{value} is None or {{}}"), value, depth + 1)
            case ast.Subscript(value=ast.Name(id=name), slice=inner) if name in SEQUENCES and self._builtin(name):
                yield from self._items(name, inner, form, value, depth)
            case ast.Subscript(value=ast.Name(id="dict"), slice=ast.Tuple(elts=[key, item])) if self._builtin("dict"):
                yield from self._all(key, form, value, depth)
                yield from self._all(item, form, f"{value}.values()", depth)
            case other:
                yield from self._unread(other, value)

    def _unread(self, annotation: ast.expr, value: str) -> Iterator[tuple[str, tuple[ast.expr, str]]]:
        """Constraints inside a type whose values are not known here: never left out, never read."""
        for part in ast.walk(annotation):
            match part:
                case ast.Subscript(value=head, slice=ast.Tuple(elts=[_, *metadata])) if self._is_annotated(head):
                    for node in metadata:
                        called = node.func if isinstance(node, ast.Call) else node
                        if (self.context.origin(called) or "").startswith(LIBRARIES):
                            yield "", (node, value)

    def _items(
        self, kind: str, inner: ast.expr, form: str, value: str, depth: int
    ) -> Iterator[tuple[str, tuple[ast.expr, str]]]:
        match kind, inner:
            case "tuple", ast.Tuple(elts=[item, ast.Constant(value=last)]) if last is Ellipsis:
                yield from self._all(item, form, value, depth)
            case "tuple", _:
                places = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                for index, item in enumerate(places):
                    yield from self._within(item, form, f"{value}[{index}]", depth + 1)
            case _:
                yield from self._all(inner, form, value, depth)

    def _all(self, item: ast.expr, form: str, values: str, depth: int) -> Iterator[tuple[str, tuple[ast.expr, str]]]:
        name = f"item{depth + 1 if 'item' in values else 1}"
        while name in parameter_names(self.subject.function):
            name += "_"
        return self._within(item, form.format(f"all({{}} for {name} in {values})"), name, depth + 1)

    def _resolved(self, annotation: ast.expr) -> ast.expr:
        """The annotation itself: text parsed, a name that this module gives to a type looked up."""
        for _ in range(DEEPEST):
            match annotation:
                case ast.Constant(value=str(text)):
                    try:
                        annotation = ast.parse(text.strip(), mode="eval").body
                    except (SyntaxError, ValueError):
                        return annotation
                case ast.Name(id=name) if self.context.resolve(name) is None and not self._builtin(name):
                    try:
                        statement = definition(name, self.subject.function, self.context)
                    except Unreadable:
                        return annotation
                    if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
                        return annotation
                    annotation = statement.value
                case _:
                    return annotation
        return annotation

    def _is_annotated(self, head: ast.expr) -> bool:
        return self.context.origin(head) in ANNOTATED

    def _builtin(self, name: str) -> bool:
        try:
            definition(name, self.subject.function, self.context)
        except Unreadable as reason:
            return str(reason).endswith("is not defined in this module")
        return False

    def _laws(self, node: ast.expr, value: str) -> Iterator[str]:
        """The conditions of one piece of metadata. Raises Unreadable where it may be one that is not known here."""
        called = node.func if isinstance(node, ast.Call) else node
        origin = self.context.origin(called) or ""
        if origin not in POSITIONAL or not isinstance(node, ast.Call):
            if origin.startswith(LIBRARIES):
                raise Unreadable(f"`{origin}` is not read here")
            return
        if {"len", "all"} & set(parameter_names(self.subject.function)):
            raise Unreadable("a parameter hides a builtin that the condition needs")
        names = POSITIONAL[origin]
        given = list(zip(names, node.args, strict=False))
        if len(node.args) > len(names) and origin != "pydantic.Field":
            raise Unreadable(f"`{origin}` with these arguments is not read here")
        given += [(keyword.arg or "**", keyword.value) for keyword in node.keywords]
        for name, bound in given:
            if (isinstance(bound, ast.Constant) and bound.value is None) or name in SILENT:
                continue
            if name not in LAWS:
                raise Unreadable(f"`{name}` of `{origin}` is not read here")
            yield LAWS[name].format(v=value, b=f"({self._bound(bound)})")

    def _bound(self, bound: ast.expr) -> str:
        """A number, or a name of the module: what else it could be in its scope is not the same in a clause."""
        for name in free_names(bound):
            statement = definition(name, self.subject.function, self.context)
            if statement not in self.context.module.body or name in parameter_names(self.subject.function):
                raise Unreadable(f"`{name}` is not a name of the module here")
        if any(isinstance(part, ast.Call | ast.Await | ast.Lambda | ast.NamedExpr) for part in ast.walk(bound)):
            raise Unreadable(f"`{source_of(bound)}` is computed by a call")
        return source_of(bound)
