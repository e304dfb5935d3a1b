"""icontract: `require`, `ensure`, `snapshot`, `invariant`, and their inheritance through `DBC`.

>>> from verheal.contracts.dialects.text import contract_of
>>> c = contract_of('''
... from icontract import require, ensure, snapshot
... @require(lambda x: x >= 0, "not negative", error=ValueError)
... @snapshot(lambda xs: len(xs), name="n")
... @ensure(lambda xs, result, OLD: len(xs) == OLD.n + 1 and result is None)
... def push(xs, x):
...     xs.append(x)
... ''', "push")
>>> [(k.expression, k.raises_on_failure, k.parameters) for k in c.requires]
[('x >= 0', 'ValueError', ('x',))]
>>> [(k.expression, k.result_name, k.old) for k in c.ensures]
[('len(xs) == OLD.n + 1 and result is None', 'result', (('OLD.n', 'len(xs)'),))]

What cannot be read is kept, with its reason:

>>> c = contract_of('''
... import icontract
... from elsewhere import is_sorted
... @icontract.require(is_sorted)
... def find(xs): ...
... ''', "find")
>>> [(k.expression, k.opaque) for k in c.requires]
[('', '`elsewhere.is_sorted` is not read here')]
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from verheal.contracts.dialects.conditions import (
    Condition,
    Place,
    check_hidden,
    mentioned,
    mentions_private,
    origin_of,
    read_condition,
)
from verheal.contracts.dialects.context import Ancestor, Context, Function, Subject, parameter_names
from verheal.contracts.dialects.decorators import Applied, applied, exception_text
from verheal.contracts.dialects.model import Clause, Contract, ContractProblem, Kind
from verheal.contracts.dialects.names import Unreadable, replace_names, source_of
from verheal.contracts.dialects.weakening import inherited, weakened

_EXEMPT = frozenset({"__new__", "__repr__", "__getattribute__"})
_KINDS: tuple[tuple[str, Kind], ...] = (("require", "requires"), ("ensure", "ensures"))


def read(subject: Subject) -> Contract:
    """The function's own clauses, and through `DBC` those of the methods it overrides."""
    own = _written(subject.function, subject.name, subject.context)
    if not (subject.inherits and _is_dbc(subject)):
        return replace(own, invariants_of_class=invariants(subject))
    above = [
        (ancestor, _written(method, f"{ancestor.cls.name}.{method.name}", ancestor.context))
        for ancestor in subject.ancestors
        if (method := ancestor.method_like(subject.function)) is not None
    ]
    problems = list(own.problems)
    if above and own.requires and not any(c.requires for _, c in above):
        message = "the overridden method accepts everything, so this precondition is refused by icontract"
        problems.append(ContractProblem(own.requires[0].line, message))
    groups = [inherited(c.requires, a, subject) for a, c in reversed(above)]
    ensures = [clause for a, c in reversed(above) for clause in inherited(c.ensures, a, subject)]
    return Contract(
        requires=weakened([*groups, own.requires]),
        ensures=(*ensures, *own.ensures),
        invariants_of_class=invariants(subject),
        problems=tuple(problems),
    )


def invariants(subject: Subject) -> tuple[Clause, ...]:
    """Invariants that the method must keep: none for private, static and class methods."""
    name = subject.function.name
    dunder = name.startswith("__") and name.endswith("__")
    static = any(isinstance(d, ast.Name) and d.id in _STATIC for d in subject.function.decorator_list)
    if subject.cls is None or static or name in _EXEMPT or (name.startswith("_") and not dunder):
        return ()
    return class_invariants(subject.cls, subject.ancestors, subject.context)


_STATIC = ("staticmethod", "classmethod")


def class_invariants(
    cls: ast.ClassDef, ancestors: tuple[Ancestor, ...], context: Context
) -> tuple[Clause, ...]:
    """Invariants of a class; with `DBC` also those of its ancestors, which come first."""
    own = _invariants_of(cls, context)
    if not any(_has_dbc(a.cls, a.context) for a in (Ancestor(cls, context), *ancestors)):
        return own
    above = [
        replace(c, origin="inherited") for a in reversed(ancestors) for c in _invariants_of(a.cls, a.context)
    ]
    return (*above, *own)


def _invariants_of(cls: ast.ClassDef, context: Context) -> tuple[Clause, ...]:
    found = []
    for use in applied(cls, context):
        if use.origin == "icontract.invariant":
            place = Place("invariant", "icontract", cls.name, use.line, use.end_line)
            found.append(_clause(_Reader(place, use, None, context, cls), {}))
    return tuple(found)


def _written(function: Function, name: str, context: Context) -> Contract:
    clauses: dict[Kind, list[Clause]] = {"requires": [], "ensures": []}
    problems: list[ContractProblem] = []
    uses = applied(function, context)
    old = {
        key: value
        for use in uses
        if use.origin == "icontract.snapshot"
        for key, value in _snapshot(use, function, context, problems)
    }
    for use in uses:
        for suffix, kind in _KINDS:
            if use.origin == f"icontract.{suffix}":
                origin = origin_of(use.argument("description", 1))
                place = Place(kind, "icontract", name, use.line, use.end_line, origin)
                clauses[kind].append(_clause(_Reader(place, use, function, context, function), old))
    return Contract(tuple(clauses["requires"]), tuple(clauses["ensures"]), problems=tuple(problems))


_Old = tuple[ast.expr | None, str]
"""A snapshot's expression over the entry state, or None and the reason why it cannot be read."""


def _snapshot(
    use: Applied, function: Function, context: Context, problems: list[ContractProblem]
) -> list[tuple[str, _Old]]:
    capture = use.argument("capture", 0)
    name = use.argument("name", 1)
    try:
        if capture is None:
            raise Unreadable("a snapshot without a capture")
        condition = read_condition(capture, function, context)
        body = _over_parameters(condition, function, ())
    except Unreadable as reason:
        problems.append(ContractProblem(use.line, f"{use.text}: {reason}"))
        condition, body = None, None
        text = str(reason)
    else:
        text = ""
    match name:
        case ast.Constant(value=str(key)):
            return [(key, (body, text))]
        case None if condition is not None and len(condition.names) == 1:
            return [(condition.names[0], (body, text))]
        case _:
            return []


@dataclass(frozen=True)
class _Reader:
    place: Place
    use: Applied
    function: Function | None
    context: Context
    at: ast.AST


def _clause(reader: _Reader, old: Mapping[str, _Old]) -> Clause:
    use, place = reader.use, reader.place
    node = use.argument("condition", 0)
    enabled = _flag(use)
    rest: dict[str, object] = {
        "checked_by_cpython": enabled is None,
        "raises_on_failure": exception_text(use.argument("error", 4), "icontract.ViolationError"),
        "enabled": enabled,
    }
    try:
        if node is None:
            raise Unreadable("no condition is given")
        condition = read_condition(node, reader.at, reader.context)
    except Unreadable as reason:
        return place.opaque(use.text, str(reason), **rest)
    text = use.text
    try:
        text = source_of(condition.body)
        special = ("result", "OLD") if place.kind == "ensures" else ()
        body = _over_parameters(condition, reader.function, special)
        pairs = _old_pairs(body, old) if "OLD" in condition.names and special else ()
        return place.clause(
            source_of(body),
            text,
            result_name="result" if special and "result" in condition.names else None,
            old=tuple((key, source_of(value)) for key, value in pairs),
            parameters=mentioned(reader.function, [body, *(value for _, value in pairs)]),
            **rest,
        )
    except Unreadable as reason:
        return place.opaque(text, str(reason), **rest)


def _over_parameters(condition: Condition, function: Function | None, special: Iterable[str]) -> ast.expr:
    """The condition's body over the function's own names; icontract passes arguments by name."""
    if condition.args.vararg is not None or condition.args.kwarg is not None:
        raise Unreadable("the condition takes `*args` or `**kwargs`")
    known = {"self"} if function is None else set(parameter_names(function)) - _variadic(function)
    constants: dict[str, ast.expr] = {}
    for name in condition.names:
        if name in ("_ARGS", "_KWARGS"):
            raise Unreadable(f"`{name}` is the call as written, not its parameters")
        if name in special and name in known:
            raise Unreadable(f"the function has a parameter `{name}`, which icontract reserves")
        if name in special or name in known:
            continue
        default = condition.defaults.get(name)
        if not isinstance(default, ast.Constant):
            raise Unreadable(f"the function has no parameter `{name}`")
        constants[name] = default
    if function is not None:
        check_hidden(condition, function)
    elif mentions_private(condition.body):
        raise Unreadable("a private name is not mangled outside the class body")
    return replace_names(condition.body, constants)


def _variadic(function: Function) -> set[str]:
    return {x.arg for x in (function.args.vararg, function.args.kwarg) if x is not None}


def _old_pairs(body: ast.expr, old: Mapping[str, _Old]) -> tuple[tuple[str, ast.expr], ...]:
    pairs: dict[str, ast.expr] = {}
    count = 0
    for node in ast.walk(body):
        match node:
            case ast.Name(id="OLD"):
                count += 1
            case ast.Attribute(value=ast.Name(id="OLD"), attr=attr):
                count -= 1
                value, reason = old.get(attr, (None, "there is no such snapshot"))
                if value is None:
                    raise Unreadable(f"`OLD.{attr}`: {reason}")
                pairs[f"OLD.{attr}"] = value
    if count:
        raise Unreadable("`OLD` is used other than by its attributes")
    return tuple(sorted(pairs.items()))


def _flag(use: Applied) -> str | None:
    match use.argument("enabled", 3):
        case None | ast.Constant(value=True) | ast.Name(id="__debug__"):
            return None
        case flag:
            return source_of(flag)


def _is_dbc(subject: Subject) -> bool:
    own = () if subject.cls is None else (Ancestor(subject.cls, subject.context),)
    return any(_has_dbc(a.cls, a.context) for a in (*own, *subject.ancestors))


def _has_dbc(cls: ast.ClassDef, context: Context) -> bool:
    metaclasses = [k.value for k in cls.keywords if k.arg == "metaclass"]
    names = {context.origin(node) for node in (*cls.bases, *metaclasses)}
    return not names.isdisjoint({"icontract.DBC", "icontract.DBCMeta"})
