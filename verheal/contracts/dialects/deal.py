"""deal: `pre`, `post`, `ensure`, `raises`, `safe`, `pure`, `has`, `reason`, `inv`, `chain`, `inherit`.

>>> from verheal.contracts.dialects.text import contract_of
>>> c = contract_of('''
... import deal
... @deal.chain(deal.safe, deal.pre(lambda _: _.b > 0))
... @deal.ensure(lambda n, b, result: result * b <= n)
... @deal.post(lambda r: r >= 0 or "negative")
... def div(a, b): ...
... ''', "div")
>>> [k.expression for k in c.requires], [k.expression for k in c.ensures], c.raises.exceptions
(['b > 0'], ['result >= 0', 'result * b <= a'], ())

A message (any `str`) that a validator returns is a failure, unlike a true value of another type:

>>> c = contract_of('''
... from deal import pre
... @pre(lambda name: name)
... def greet(name): ...
... ''', "greet")
>>> c.requires[0].expression, c.requires[0].raises_on_failure
('not isinstance(name, str) and name', 'deal.PreContractError')

Schemas, and everything else that is not a lambda or a plain function, stay as conditions that cannot be read:

>>> c = contract_of('''
... import deal
... @deal.pre(UserSchema)
... def save(name): ...
... ''', "save")
>>> [(k.expression, k.opaque) for k in c.requires]
[('', '`UserSchema` is not defined in this module')]
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace

from verheal.contracts.dialects.conditions import (
    Condition,
    Place,
    mentioned,
    mentions_private,
    origin_of,
    read_condition,
)
from verheal.contracts.dialects.context import Ancestor, Context, Function, Subject, own_nodes
from verheal.contracts.dialects.deal_arguments import over_arguments, over_instance, over_result
from verheal.contracts.dialects.deal_truth import without_messages
from verheal.contracts.dialects.decorators import Applied, applied, exception_text
from verheal.contracts.dialects.model import Clause, Contract, ContractProblem, Exceptional, Kind, Raises
from verheal.contracts.dialects.names import Unreadable, source_of
from verheal.contracts.dialects.weakening import inherited

_Body = Callable[[Condition, Function], tuple[ast.expr, str | None]]
"""From a validator to its expression over the parameters and the name of the result in it."""

# In the order in which deal evaluates them, whatever the order of the decorators.
_CLAUSES: tuple[tuple[str, Kind, _Body, str], ...] = (
    ("deal.pre", "requires", lambda c, f: (over_arguments(c, f, None), None), "deal.PreContractError"),
    ("deal.post", "ensures", over_result, "deal.PostContractError"),
    (
        "deal.ensure",
        "ensures",
        lambda c, f: (over_arguments(c, f, "result"), "result"),
        "deal.PostContractError",
    ),
)


def read(subject: Subject) -> Contract:
    """The function's own clauses; with `@deal.inherit` also those of the methods above it, conjoined."""
    own = _written(subject.function, subject.name, subject.context)
    keeps = () if subject.cls is None else class_invariants(subject.cls, subject.ancestors, subject.context)
    own = replace(own, invariants_of_class=() if _is_static(subject.function) else keeps)
    if not _is_inheriting(subject):
        return own
    for ancestor in subject.ancestors:
        method = ancestor.method_like(subject.function)
        if method is None:
            continue
        above = _written(method, f"{ancestor.cls.name}.{method.name}", ancestor.context)
        own = replace(
            own,
            requires=(*own.requires, *inherited(above.requires, ancestor, subject)),
            ensures=(*own.ensures, *inherited(above.ensures, ancestor, subject)),
            exceptional=(*own.exceptional, *above.exceptional),
            raises=stricter(own.raises, above.raises),
            pure=own.pure or above.pure,
        )
    return own


def class_invariants(
    cls: ast.ClassDef, ancestors: tuple[Ancestor, ...], context: Context
) -> tuple[Clause, ...]:
    """`inv` of the class and, as the checks are inherited methods, of its ancestors.

    deal checks them around each method call and after each assignment to an attribute.
    """
    above = [
        replace(c, origin="inherited") for a in reversed(ancestors) for c in _invariants_of(a.cls, a.context)
    ]
    return (*above, *_invariants_of(cls, context))


def stricter(first: Raises | None, second: Raises | None) -> Raises | None:
    """Both restrictions at once: what each of them allows."""
    if first is None or second is None:
        return first or second
    if first.exceptions is None or second.exceptions is None:
        return second if first.exceptions is None else first
    return replace(first, exceptions=tuple(e for e in first.exceptions if e in second.exceptions))


def _written(function: Function, name: str, context: Context) -> Contract:
    uses = applied(function, context)
    clauses: dict[Kind, list[Clause]] = {"requires": [], "ensures": []}
    for decorator, kind, body, error in _CLAUSES:
        for use in uses:
            if use.origin == decorator:
                origin = origin_of(use.keywords.get("message"))
                place = Place(kind, "deal", name, use.line, use.end_line, origin)
                clauses[kind].append(_clause(place, use, function, context, body, error))
    contract = Contract(tuple(clauses["requires"]), tuple(clauses["ensures"]))
    for use in uses:
        contract = _with_effects(contract, use, function, context)
    return contract


def _with_effects(contract: Contract, use: Applied, function: Function, context: Context) -> Contract:
    match use.origin:
        case "deal.raises" | "deal.safe":
            return _with_raises(contract, use)
        case "deal.pure":
            return replace(_with_raises(contract, use), pure=True)
        case "deal.has":
            return replace(contract, pure=contract.pure or not use.arguments)
        case "deal.reason":
            return replace(contract, exceptional=(*contract.exceptional, _reason(use, function, context)))
        case "deal.dispatch" | "deal.implies" | "deal.cases":
            problem = ContractProblem(use.line, f"`{use.text}` is not supported as a decorator")
            return replace(contract, problems=(*contract.problems, problem))
        case _:
            return contract


def _with_raises(contract: Contract, use: Applied) -> Contract:
    listed = use.arguments if use.origin == "deal.raises" else []
    if not all(isinstance(node, ast.Name | ast.Attribute) for node in listed):
        problem = ContractProblem(use.line, f"`{use.text}`: an exception that is not a name")
        return replace(contract, problems=(*contract.problems, problem))
    written = Raises(tuple(source_of(node) for node in listed), "deal", use.line)
    return replace(contract, raises=stricter(contract.raises, written))


def _clause(
    place: Place, use: Applied, function: Function, context: Context, read_body: _Body, error: str
) -> Clause:
    rest: dict[str, object] = {
        "checked_by_cpython": True,
        "raises_on_failure": exception_text(use.keywords.get("exception"), error),
    }
    text = use.text
    try:
        condition = _validator(use.argument("validator", 0), function, context)
        text = source_of(condition.body)
        if place.kind == "ensures" and _is_generator(function):
            raise Unreadable("deal checks each yielded value, not the result")
        body, result = read_body(condition, function)
        body = without_messages(body, context)
        parameters = mentioned(function, [body])
        return place.clause(source_of(body), text, result_name=result, parameters=parameters, **rest)
    except Unreadable as reason:
        return place.opaque(text, str(reason), **rest)


def _reason(use: Applied, function: Function, context: Context) -> Exceptional:
    event = use.argument("event", 0)
    exception = "Exception" if event is None else source_of(event)
    try:
        condition = _validator(use.argument("validator", 1), function, context)
        body = without_messages(over_arguments(condition, function, None), context)
        parameters = mentioned(function, [body])
        return Exceptional(
            exception, source_of(body), source_of(condition.body), "deal", use.line, use.end_line, parameters
        )
    except Unreadable as reason:
        return Exceptional(exception, "", use.text, "deal", use.line, use.end_line, opaque=str(reason))


def _validator(node: ast.expr | None, at: ast.AST, context: Context) -> Condition:
    if node is None:
        raise Unreadable("no validator is given")
    return read_condition(node, at, context)


def _invariants_of(cls: ast.ClassDef, context: Context) -> tuple[Clause, ...]:
    found = []
    for use in applied(cls, context):
        if use.origin != "deal.inv":
            continue
        place = Place("invariant", "deal", cls.name, use.line, use.end_line)
        rest: dict[str, object] = {
            "checked_by_cpython": True,
            "raises_on_failure": exception_text(use.keywords.get("exception"), "deal.InvContractError"),
        }
        text = use.text
        try:
            condition = _validator(use.argument("validator", 0), cls, context)
            text = source_of(condition.body)
            if mentions_private(condition.body):
                raise Unreadable("a private name is not mangled outside the class body")
            body = without_messages(over_instance(condition), context)
            found.append(place.clause(source_of(body), text, parameters=mentioned(None, [body]), **rest))
        except Unreadable as reason:
            found.append(place.opaque(text, str(reason), **rest))
    return tuple(found)


def _is_inheriting(subject: Subject) -> bool:
    if subject.cls is None:
        return False
    targets: tuple[Function | ast.ClassDef, ...] = (subject.function, subject.cls)
    return any(use.origin == "deal.inherit" for target in targets for use in applied(target, subject.context))


def _is_static(function: Function) -> bool:
    names = {d.id for d in function.decorator_list if isinstance(d, ast.Name)}
    return not names.isdisjoint({"staticmethod", "classmethod"})


def _is_generator(function: Function) -> bool:
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in own_nodes(function))
